import { say } from '../say.ts';
import type { Bar } from '../view/row-view.ts';

interface Props {
  label: string;
  bar: Bar;
}

/** Without `aria-valuenow` the bar is of unknown length, to the eye and to a screen reader alike. */
export function ProgressBar({ label, bar }: Props) {
  const { percent, text, moving } = bar;
  const known = percent === null ? {} : { 'aria-valuenow': percent };
  const mode = percent === null ? 'unknown' : moving ? 'moving' : 'still';
  return (
    <div
      class={`bar bar-${mode}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={say(text)}
      {...known}
    >
      <div class="bar-fill" style={percent === null ? {} : { inlineSize: `${percent}%` }} />
    </div>
  );
}
