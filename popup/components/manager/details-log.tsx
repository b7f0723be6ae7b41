import type { LogEntry } from '../../../src/core/queue/log.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { locale, words } from '../../../src/platform/words.ts';
import { say } from '../../say.ts';
import { logSentence } from '../../view/manager/log-sentence.ts';
import { hostText } from '../../view/visible-name.ts';

/** What happened to the item, the last first. */
export function DetailsLog({ item }: { item: ListedItem }) {
  const host = hostText(item.url);
  const time = new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <section class="details-part">
      <h3>{words('details_log')}</h3>
      <ol class="details-log">
        {item.log.toReversed().map((entry, index) => (
          <li key={item.log.length - index} class={`log-${entry.what}`}>
            <time class="figures" dateTime={new Date(entry.at).toISOString()}>
              {time.format(entry.at)}
            </time>
            <span>
              <bdi>{sentenceOf(entry, host)}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentenceOf(entry: LogEntry, host: string): string {
  const { key, values } = logSentence(entry, host);
  const list = new Intl.ListFormat(locale(), { type: 'unit' });
  return words(key, ...values.map(said => list.format(said.map(say))));
}
