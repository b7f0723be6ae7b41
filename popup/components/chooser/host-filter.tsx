import { useRef } from 'preact/hooks';
import { locale, words } from '../../../src/platform/words.ts';
import { filter, hosts, narrow, toggleHost } from '../../chooser/store.ts';
import { sayCount } from '../../say.ts';
import { visibleName } from '../../view/visible-name.ts';
import { Icon } from '../icon.tsx';

/** Hosts that are listed; a page that links to more of them has them found by the filter's words. */
const MOST = 200;

/** The hosts of the links with their counts, to keep only some. Opens below its button. */
export function HostFilter() {
  const panel = useRef<HTMLDetailsElement>(null);
  const chosen = filter.value.hosts;
  if (hosts.value.length < 2 && chosen.length === 0) return null;
  const [only] = chosen;

  function close(): void {
    if (panel.current === null) return;
    panel.current.open = false;
    panel.current.querySelector('summary')?.focus();
  }

  return (
    <details
      ref={panel}
      class="hosts"
      onKeyDown={event => {
        if (event.key === 'Escape') close();
      }}
      onFocusOut={event => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          event.currentTarget.open = false;
      }}
    >
      <summary class={chosen.length === 0 ? 'chip' : 'chip chip-on'}>
        <bdi>
          {chosen.length === 1 && only !== undefined
            ? visibleName(only)
            : sayCount(
                chosen.length === 0 ? 'chooser_hosts' : 'chooser_hostsChosen',
                chosen.length || hosts.value.length,
              )}
        </bdi>
        <Icon name="chevron" />
      </summary>
      <div class="hosts-panel" role="group" aria-label={words('chooser_hostsLabel')}>
        {chosen.length === 0 ? null : (
          <button type="button" class="button button-small" onClick={() => narrow({ hosts: [] })}>
            {words('chooser_hostsAll')}
          </button>
        )}
        <ul>
          {hosts.value.slice(0, MOST).map(([host, count]) => (
            <li key={host}>
              <label>
                <input type="checkbox" checked={chosen.includes(host)} onChange={() => toggleHost(host)} />
                <bdi>{visibleName(host)}</bdi>
                <span class="chip-count figures">{new Intl.NumberFormat(locale()).format(count)}</span>
              </label>
            </li>
          ))}
        </ul>
        {hosts.value.length <= MOST ? null : <p>{sayCount('chooser_hostsMore', hosts.value.length - MOST)}</p>}
      </div>
    </details>
  );
}
