/** In whose manner figures and dates are written where a view is told of no other; undefined: the browser's. */
export function figuresLocale(): string | undefined {
  return chosen;
}

export function writeFiguresIn(locale: string | undefined): void {
  chosen = locale;
}

let chosen: string | undefined;
