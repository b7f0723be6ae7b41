import type { ItemDetails } from '../../../src/messages/listing.ts';
import { locale, words } from '../../../src/platform/words.ts';
import { say, sayCount } from '../../say.ts';
import { type PartsSummary, type Stretch, stretchesOf, summaryOf } from '../../view/manager/parts-picture.ts';
import { amountText } from '../../view/progress-text.ts';

const LEGEND = {
  'here-fetch': 'details_hereFetch',
  'here-browser': 'details_hereBrowser',
  coming: 'details_coming',
  missing: 'details_missing',
} as const satisfies Record<Stretch['look'], string>;

/** Which ranges of the file are here, coming and missing, as wide as they are long. */
export function DetailsParts({ details }: { details: ItemDetails }) {
  const { item, pieces } = details;
  const amount = amountText(item.bytes, item.total);
  if (pieces.length === 0) {
    return amount === null ? null : (
      <section class="details-part">
        <h3>{words('details_parts')}</h3>
        <p class="figures">{words('details_unknownLength', say(amount))}</p>
      </section>
    );
  }
  const stretches = stretchesOf(pieces);
  const looks = [...new Set(stretches.map(({ look }) => look))];
  return (
    <section class="details-part">
      <h3>{words('details_parts')}</h3>
      <div class="parts" role="img" aria-label={sentenceOf(summaryOf(pieces, item.bytes))}>
        {stretches.map(({ key, start, share, look }) => (
          <span
            key={key}
            class={`parts-stretch parts-${look}`}
            style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${share * 100}%` }}
          />
        ))}
      </div>
      <ul class="parts-legend" aria-hidden="true">
        {looks.map(look => (
          <li key={look}>
            <span class={`parts-key parts-${look}`} />
            {words(LEGEND[look])}
          </li>
        ))}
      </ul>
      {amount === null ? null : <p class="details-amount figures">{say(amount)}</p>}
    </section>
  );
}

function sentenceOf({ percent, here, coming, missing }: PartsSummary): string {
  const said = percent === null ? [] : [words('details_percentHere', percentText(percent))];
  if (here + coming + missing === 1) return said.join('');
  const counted = [
    sayCount('details_countHere', here),
    sayCount('details_countComing', coming),
    sayCount('details_countMissing', missing),
  ];
  return [...said, ...counted].join(', ');
}

function percentText(percent: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(percent / 100);
}
