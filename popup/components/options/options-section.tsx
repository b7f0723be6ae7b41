import type { ComponentChildren } from 'preact';

interface Props {
  /** What the address names it by: `options.html#schedule`. */
  id: string;
  title: string;
  help: string;
  children: ComponentChildren;
}

/** A part of the options, with what it is for in one line. */
export function OptionsSection({ id, title, help, children }: Props) {
  return (
    <section id={id} class="options-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <p class="options-help">{help}</p>
      {children}
    </section>
  );
}
