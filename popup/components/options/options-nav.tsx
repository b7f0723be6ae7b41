import { useLayoutEffect, useRef } from 'preact/hooks';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { found } from '../../options/finding.ts';
import { shownSection } from '../../options/shown-section.ts';

interface Props {
  sections: readonly (readonly [id: string, title: WordKey, ...rest: unknown[]])[];
}

/** Every section by its title; the one that is being read is marked. */
export function OptionsNav({ sections }: Props) {
  const nav = useRef<HTMLElement>(null);
  const shown = shownSection.value ?? sections[0]?.[0];
  useLayoutEffect(() => center(nav.current), [shown]);
  return (
    <nav ref={nav} class="options-nav" aria-label={words('options_nav')}>
      <ul>
        {sections
          .filter(([id]) => found.value?.has(id) !== false)
          .map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === shown ? 'true' : undefined}>
                {words(title)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** Where the list is one long line, the mark stays in sight. */
function center(nav: HTMLElement | null): void {
  const marked = nav?.querySelector('[aria-current]')?.getBoundingClientRect();
  if (nav === null || marked === undefined) return;
  const all = nav.getBoundingClientRect();
  nav.scrollBy({ left: marked.left + marked.width / 2 - (all.left + all.width / 2) });
}
