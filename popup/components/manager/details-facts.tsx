import type { ComponentChildren } from 'preact';
import type { ItemDetails } from '../../../src/messages/listing.ts';
import { locale, type WordKey, words } from '../../../src/platform/words.ts';
import { copyLink, copyPath, copyText } from '../../files.ts';
import { sizeText } from '../../view/sizes.ts';
import { visibleName } from '../../view/visible-name.ts';
import { IconButton } from '../icon-button.tsx';

/** What is known of the item, as names and values; what is not known is left out. */
export function DetailsFacts({ details }: { details: ItemDetails }) {
  const { item, finalUrl, validator, checksum, rule } = details;
  return (
    <section class="details-part">
      <h3>{words('details_facts')}</h3>
      <dl class="facts">
        <Fact name="details_url" copy={() => copyLink(item)}>
          <Address url={item.url} />
        </Fact>
        {finalUrl === null || finalUrl === item.url ? null : (
          <Fact name="details_finalUrl" copy={() => copyText(item.id, finalUrl)}>
            <Address url={finalUrl} />
          </Fact>
        )}
        {item.referrer === null ? null : (
          <Fact name="details_page">
            <a href={item.referrer} target="_blank" rel="noreferrer">
              <Address url={item.referrer} />
            </a>
          </Fact>
        )}
        {item.path === null ? null : (
          <Fact name="details_path" copy={() => copyPath(item)}>
            <bdi>{visibleName(item.path)}</bdi>
          </Fact>
        )}
        {item.total === null ? null : (
          <Fact name="details_size">
            {words('details_sizeExact', sizeText(item.total), new Intl.NumberFormat(locale()).format(item.total))}
          </Fact>
        )}
        {validator === null ? null : (
          <Fact name="details_validator">
            <bdi>{visibleName(validator)}</bdi>
          </Fact>
        )}
        {checksum === null ? null : (
          <Fact name="details_checksum" copy={() => copyText(item.id, checksum.hex)}>
            <bdi>{`${checksum.algorithm}: ${checksum.hex}`}</bdi>
          </Fact>
        )}
        <Fact name="details_attempts">{new Intl.NumberFormat(locale()).format(item.attempt)}</Fact>
        {rule === null ? null : (
          <Fact name="details_rule">
            <bdi>{visibleName(rule)}</bdi>
          </Fact>
        )}
        <Fact name="details_added">{timeText(details.addedAt)}</Fact>
        {details.endedAt === null ? null : <Fact name="details_ended">{timeText(details.endedAt)}</Fact>}
      </dl>
    </section>
  );
}

interface FactProps {
  name: WordKey;
  children: ComponentChildren;
  copy?: () => Promise<void>;
}

function Fact({ name, children, copy }: FactProps) {
  const label = words(name);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span class="fact-value figures">{children}</span>
        {copy === undefined ? null : (
          <IconButton
            icon="copy"
            label={words('details_copy', label)}
            tip={words('details_copyTip')}
            onClick={() => void copy()}
          />
        )}
      </dd>
    </>
  );
}

function Address({ url }: { url: string }) {
  return <bdi>{visibleName(url)}</bdi>;
}

function timeText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}
