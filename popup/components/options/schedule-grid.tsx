import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { locale, words } from '../../../src/platform/words.ts';
import { beginStroke, dropStroke, endStroke, fills, paint, strokeTo } from '../../options/painting.ts';
import { dayName, hourName, weekDays } from '../../view/options/week-days.ts';
import { hourByKey, type WeekLayout } from '../../view/options/week-keys.ts';
import { type Fill, type Hour, HOURS_A_DAY } from '../../view/options/week.ts';

/** The week lies across where there is room for 24 columns, else it stands. */
const NARROW = matchMedia('(max-width: 720px)');

const SAID = { open: 'options_weekOpen', shut: 'options_weekShut', part: 'options_weekPart' } as const;

/** The hours of a week, to be painted open or shut: by dragging, or with Space, and with Shift and the arrows. */
export function ScheduleGrid() {
  const grid = useRef<HTMLDivElement>(null);
  const cursor = useSignal<Hour | null>(null);
  const isTall = useSignal(NARROW.matches);
  useEffect(() => {
    const turn = (): void => void (isTall.value = NARROW.matches);
    NARROW.addEventListener('change', turn);
    return () => NARROW.removeEventListener('change', turn);
  }, [isTall]);
  const tag = locale() ?? navigator.language;
  const layout: WeekLayout = {
    order: weekDays(tag),
    isTall: isTall.value,
    isRightToLeft: document.documentElement.dir === 'rtl',
  };
  const [firstDay = 0] = layout.order;
  const current = cursor.value ?? firstDay * HOURS_A_DAY;

  const onKeyDown = (event: KeyboardEvent): void => {
    const isOpen = fills.value[current] === 'open';
    if (event.key === 'Escape') dropStroke();
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      void paint([current], !isOpen);
      return;
    }
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : hourByKey(event.key, current, layout);
    if (next === null) return;
    event.preventDefault();
    cursor.value = next;
    grid.current?.querySelector<HTMLElement>(`[data-hour="${next}"]`)?.focus();
    if (event.shiftKey && next !== current) void paint([next], isOpen);
  };

  return (
    <div
      ref={grid}
      class={isTall.value ? 'week week-tall' : 'week'}
      role="grid"
      tabIndex={-1}
      aria-label={words('options_schedule')}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        const hour = hourAt(event.target);
        if (hour === null || event.button !== 0) return;
        cursor.value = hour;
        beginStroke(hour, layout.order);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ clientX, clientY }) => {
        const hour = hourAt(document.elementFromPoint(clientX, clientY));
        if (hour !== null) strokeTo(hour);
      }}
      onPointerUp={() => void endStroke()}
      onPointerCancel={dropStroke}
    >
      {isTall.value ? (
        <TallWeek layout={layout} tag={tag} current={current} />
      ) : (
        <WideWeek layout={layout} tag={tag} current={current} />
      )}
    </div>
  );
}

interface WeekProps {
  layout: WeekLayout;
  tag: string;
  current: Hour;
}

/** A row for each day. */
function WideWeek({ layout: { order }, tag, current }: WeekProps) {
  return (
    <>
      <div role="row" class="week-row">
        <span role="columnheader" class="week-corner">
          <span class="unseen">{words('options_weekDay')}</span>
        </span>
        {times().map(time => (
          <HourHead key={time} time={time} tag={tag} role="columnheader" />
        ))}
      </div>
      {order.map(day => (
        <div key={day} role="row" class="week-row">
          <span role="rowheader" class="week-day">
            {dayName(day, 'short', tag)}
          </span>
          {times().map(time => (
            <Cell key={time} hour={day * HOURS_A_DAY + time} tag={tag} current={current} />
          ))}
        </div>
      ))}
    </>
  );
}

/** A row for each hour. */
function TallWeek({ layout: { order }, tag, current }: WeekProps) {
  return (
    <>
      <div role="row" class="week-row">
        <span role="columnheader" class="week-corner">
          <span class="unseen">{words('options_weekHour')}</span>
        </span>
        {order.map(day => (
          <span key={day} role="columnheader" class="week-day">
            {dayName(day, 'short', tag)}
          </span>
        ))}
      </div>
      {times().map(time => (
        <div key={time} role="row" class="week-row">
          <HourHead time={time} tag={tag} role="rowheader" />
          {order.map(day => (
            <Cell key={day} hour={day * HOURS_A_DAY + time} tag={tag} current={current} />
          ))}
        </div>
      ))}
    </>
  );
}

/** Only every sixth is seen. */
function HourHead({ time, tag, role }: { time: number; tag: string; role: 'columnheader' | 'rowheader' }) {
  return (
    <span role={role} class="week-hour">
      <span class={time % 6 === 0 ? undefined : 'unseen'}>{hourName(time, tag)}</span>
    </span>
  );
}

function Cell({ hour, tag, current }: { hour: Hour; tag: string; current: Hour }) {
  const fill: Fill = fills.value[hour] ?? 'open';
  const day = dayName(Math.floor(hour / HOURS_A_DAY), 'long', tag);
  const time = hourName(hour % HOURS_A_DAY, tag);
  return (
    <span
      role="gridcell"
      class={`week-cell week-${fill}`}
      data-hour={hour}
      tabIndex={hour === current ? 0 : -1}
      aria-selected={fill === 'open'}
      aria-label={words('options_weekCell', day, time, words(SAID[fill]))}
    />
  );
}

function times(): readonly number[] {
  return Array.from({ length: HOURS_A_DAY }, (_, time) => time);
}

function hourAt(target: EventTarget | null): Hour | null {
  const hour = target instanceof HTMLElement ? target.dataset['hour'] : undefined;
  return hour === undefined ? null : Number(hour);
}
