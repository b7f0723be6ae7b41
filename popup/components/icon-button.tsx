import type { Place } from '../view/next-focus.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  icon: IconName;
  /** What it does and to what: all that a screen reader has. */
  label: string;
  /** What it does, for the pointer that is already on the thing. */
  tip: string;
  onClick: () => void;
  place?: Place;
}

export function IconButton({ icon, label, tip, onClick, place }: Props) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={tip} onClick={onClick} data-place={place}>
      <Icon name={icon} />
    </button>
  );
}
