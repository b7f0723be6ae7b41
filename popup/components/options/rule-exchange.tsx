import { useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import {
  appendRules,
  exportRules,
  importFault,
  offered,
  readRules,
  replaceRules,
} from '../../options/rule-exchange.ts';
import { rules } from '../../options/rules.ts';
import { sayCount } from '../../say.ts';
import { visibleName } from '../../view/visible-name.ts';
import { MessageBar } from '../message-bar.tsx';

/** Rules to a file and from one. What a file would change is shown before it does. */
export function RuleExchange() {
  const input = useRef<HTMLInputElement>(null);
  const hasRules = (rules.value ?? []).length > 0;
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {words('rules_import')}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={event => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file !== undefined) void readRules(file).then(() => (field.value = ''));
        }}
      />
      {hasRules ? (
        <button type="button" class="button" onClick={() => void exportRules()}>
          {words('rules_export')}
        </button>
      ) : null}
      {importFault.value === null ? null : (
        <MessageBar tone="bad" onDismiss={() => (importFault.value = null)}>
          {importFault.value}
        </MessageBar>
      )}
      <Offer />
    </>
  );
}

const MOST_NAMED = 5;

function Offer() {
  const offer = offered.value;
  const own = rules.value ?? [];
  if (offer === null) return null;
  const { file, rules: read, canAppend } = offer;
  const names = read.map(({ title }, place) => visibleName(title) || words('rules_untitled', place + 1));
  const close = (): void => {
    offered.value = null;
  };
  return (
    <div class="import-offer" role="group" aria-label={words('rules_importLabel')}>
      <p class="import-what">{sayCount('rules_inFile', read.length, visibleName(file))}</p>
      <ul class="import-names">
        {names.slice(0, MOST_NAMED).map((name, place) => (
          <li key={read[place]?.id}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {names.length > MOST_NAMED ? <li>{sayCount('rules_more', names.length - MOST_NAMED)}</li> : null}
      </ul>
      <div class="form-buttons">
        {canAppend ? (
          <button type="button" class="button button-main" onClick={() => void appendRules(offer)}>
            {sayCount('rules_append', read.length)}
          </button>
        ) : null}
        {own.length > 0 || !canAppend ? (
          <button type="button" class="button" onClick={() => void replaceRules(offer)}>
            {sayCount('rules_replace', own.length)}
          </button>
        ) : null}
        <button type="button" class="button button-quiet" onClick={close}>
          {words('rules_cancel')}
        </button>
      </div>
    </div>
  );
}
