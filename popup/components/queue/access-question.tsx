import { words } from '../../../src/platform/words.ts';
import { allowSite, goWithout } from '../../site-access.ts';
import { visibleName } from '../../view/visible-name.ts';

interface Props {
  id: string;
  /** Whose grant the download waits for. */
  host: string;
  /** The sentence that says so. */
  textId: string;
}

/** What the user may do with a download whose access was taken back. The answer that loses nothing comes first. */
export function AccessQuestion({ id, host, textId }: Props) {
  const shown = visibleName(host);
  return (
    <div class="row-question" role="group" aria-labelledby={textId}>
      <div class="row-answers">
        <button
          type="button"
          class="button button-small"
          data-place="settle"
          title={words('access_allowTip')}
          onClick={() => void allowSite(host)}
        >
          {words('popup_allowSite', shown)}
        </button>
        <button
          type="button"
          class="button button-small"
          data-place="settle"
          title={words('access_goWithoutTip')}
          onClick={() => void goWithout(id)}
        >
          {words('access_goWithout')}
        </button>
      </div>
    </div>
  );
}
