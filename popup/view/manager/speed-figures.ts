interface Sample {
  readonly at: number;
  readonly speed: number;
}

/** The plot in figures, bytes a second. */
export interface SpeedFigures {
  readonly now: number;
  readonly mean: number;
  readonly peak: number;
}

/** null where nothing was seen. */
export function speedFigures(samples: readonly Sample[]): SpeedFigures | null {
  const last = samples.at(-1);
  if (last === undefined) return null;
  const speeds = samples.map(({ speed }) => speed);
  const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
  return { now: last.speed, mean, peak: speeds.reduce((most, speed) => Math.max(most, speed), 0) };
}

/** The samples as a plot wants them: seconds before the last one, and bytes a second. A gap of more than `GAP` is one. */
export function plotted(samples: readonly Sample[]): [seconds: number[], speeds: (number | null)[]] {
  const end = samples.at(-1)?.at ?? 0;
  const seconds: number[] = [];
  const speeds: (number | null)[] = [];
  let before: number | null = null;
  for (const { at, speed } of samples) {
    if (before !== null && at - before > GAP) {
      seconds.push((before + 1 - end) / 1000);
      speeds.push(null);
    }
    seconds.push((at - end) / 1000);
    speeds.push(speed);
    before = at;
  }
  return [seconds, speeds];
}

/** ms without a look, after which no line is drawn over what was not seen. */
const GAP = 5_000;
