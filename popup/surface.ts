/** Where the queue is shown at a glance. The popup goes when another page comes; the panel stays open beside the page. */
export type Surface = 'popup' | 'panel';
