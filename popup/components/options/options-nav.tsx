import { type WordKey, words } from '../../../src/platform/words.ts';
import { shownSection } from '../../options/shown-section.ts';

interface Props {
  sections: readonly (readonly [id: string, title: WordKey, ...rest: unknown[]])[];
}

/** Every section by its title; the one that is being read is marked. */
export function OptionsNav({ sections }: Props) {
  const shown = shownSection.value ?? sections[0]?.[0];
  return (
    <nav class="options-nav" aria-label={words('options_nav')}>
      <ul>
        {sections.map(([id, title]) => (
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
