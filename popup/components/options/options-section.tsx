import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of the options, with what it is for in one line. */
export function OptionsSection({
  title,
  help,
  children,
}: {
  title: string;
  help: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="options-section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <p class="options-help">{help}</p>
      {children}
    </section>
  );
}
