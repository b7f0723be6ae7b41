import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { speedLogged, speedsOf } from '../../manager/speed-log.ts';
import { say } from '../../say.ts';
import { speedFigures } from '../../view/manager/speed-figures.ts';
import { speedText } from '../../view/progress-text.ts';
import { drawSpeed, type SpeedPlot } from './speed-plot.ts';

/** The speed that was seen since this page was opened; nothing where none was. */
export function DetailsSpeed({ id }: { id: string }) {
  void speedLogged.value;
  const samples = speedsOf(id);
  const figures = speedFigures(samples);
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<SpeedPlot | null>(null);
  const isSeen = figures !== null;
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const drawn = drawSpeed(element);
    plot.current = drawn;
    drawn.show(speedsOf(id));
    return () => {
      drawn.end();
      plot.current = null;
    };
  }, [id, isSeen]);
  useEffect(() => plot.current?.show(samples));
  if (figures === null) return null;
  const [now, mean, peak] = [figures.now, figures.mean, figures.peak].map(speed => say(speedText(speed)));
  return (
    <section class="details-part">
      <h3>{words('details_speed')}</h3>
      <div ref={holder} class="speed-plot" role="img" aria-label={words('details_speedLabel')} />
      <p class="details-amount figures">{words('details_speedFigures', now ?? '', mean ?? '', peak ?? '')}</p>
    </section>
  );
}
