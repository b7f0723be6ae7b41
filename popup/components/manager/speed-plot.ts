import type uPlot from 'uplot';
import { durationText } from '../../view/duration-text.ts';
import { plotted } from '../../view/manager/speed-figures.ts';
import { speedText } from '../../view/progress-text.ts';
import { say } from '../../say.ts';
import type { SpeedSample } from '../../manager/speed-log.ts';

/** px. */
const HEIGHT = 120;
/** Seconds that the plot spans at least. */
const SPAN = 30;
/** Bytes a second that it reaches to at least: marks below would be called alike. */
const LEAST = 1_000;
/** Seconds between two marks. */
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600];

export interface SpeedPlot {
  show(samples: readonly SpeedSample[]): void;
  end(): void;
}

/** A plot in an element, which follows its width and the theme. The library is loaded when the first one is drawn. */
export function drawSpeed(element: HTMLElement): SpeedPlot {
  let plot: uPlot | null = null;
  let shown: readonly SpeedSample[] = [];
  let isOver = false;
  void begin();

  async function begin(): Promise<void> {
    const { default: Plot } = await import('uplot');
    if (isOver) return;
    plot = new Plot(optionsFor(element), plotted(shown), element);
  }
  function redraw(): void {
    plot?.destroy();
    plot = null;
    void begin();
  }
  const sizes = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }));
  sizes.observe(element);
  const schemes = matchMedia('(prefers-color-scheme: dark)');
  schemes.addEventListener('change', redraw);
  const themes = new MutationObserver(redraw);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return {
    show(samples) {
      shown = samples;
      plot?.setData(plotted(samples));
    },
    end() {
      isOver = true;
      sizes.disconnect();
      themes.disconnect();
      schemes.removeEventListener('change', redraw);
      plot?.destroy();
    },
  };
}

function optionsFor(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: token('--text-soft'),
    font: `11px ${token('--font')}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: (_plot, least) => [Math.min(least, -SPAN), 0] },
      y: { range: (_plot, _least, most) => [0, Math.max(LEAST, most * 1.1)] },
    },
    axes: [
      { ...axis, size: 28, space: 80, incrs: STEPS, values: (_plot, ticks) => ticks.map(secondsText) },
      { ...axis, size: 76, space: 36, values: (_plot, ticks) => ticks.map(tick => say(speedText(tick))) },
    ],
    series: [{}, { stroke: token('--accent'), width: 1.5, fill: token('--accent-soft'), points: { show: false } }],
  };
}

/** How long before now. */
function secondsText(seconds: number): string {
  return seconds === 0 ? '' : `−${durationText(-seconds)}`;
}
