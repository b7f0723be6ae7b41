import { type Settlement, SETTLEMENTS } from '../../../src/core/queue/settling.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { settle } from '../../commands.ts';
import type { ClashView } from '../../view/row-view.ts';
import { Facts } from '../facts.tsx';

const ANSWERS = {
  rename: ['clash_rename', 'clash_renameTip'],
  overwrite: ['clash_overwrite', 'clash_overwriteTip'],
  skip: ['clash_skip', 'clash_skipTip'],
} as const satisfies Record<Settlement, readonly [label: WordKey, tip: WordKey]>;

interface Props {
  id: string;
  clash: ClashView;
}

/** Two files of one name, side by side, and what may become of them. The answer that loses nothing comes first. */
export function ClashQuestion({ id, clash }: Props) {
  const textId = `clash-${id}`;
  return (
    <div class="row-question" role="group" aria-labelledby={textId}>
      <p id={textId}>{words('clash_question', clash.path)}</p>
      <dl class="clash-files figures">
        <dt>{words('clash_there')}</dt>
        <dd>
          <Facts facts={clash.there} />
        </dd>
        <dt>{words('clash_comes')}</dt>
        <dd>
          <Facts facts={clash.comes} />
        </dd>
      </dl>
      <div class="row-answers">
        {SETTLEMENTS.map(how => (
          <button
            key={how}
            type="button"
            class="button button-small"
            data-place="settle"
            title={words(ANSWERS[how][1])}
            onClick={() => void settle(id, how)}
          >
            {words(ANSWERS[how][0])}
          </button>
        ))}
      </div>
    </div>
  );
}
