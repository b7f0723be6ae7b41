/** Everything about one item: the picture of its parts, its speed, the facts, what happened to it. */
export function DetailsPane({ id }: { id: string }) {
  return <aside class="details" data-details={id} />;
}
