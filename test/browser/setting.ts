import { after, before } from 'node:test';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { type Display, openDisplay } from './display.ts';
import { type Longhaul, openLonghaul, type Options } from './harness.ts';

/** What the tests of one file share: a test origin, the extension in a browser and, where asked for, a screen. */
export interface Setting {
  readonly origin: Origin;
  readonly longhaul: Longhaul;
  readonly display: Display;
}

interface Wanted {
  readonly grants: Options['grants'];
  /** A headed browser on a screen of its own, for real keys and clicks. */
  readonly onScreen?: boolean;
  /** For Chromium. */
  readonly args?: string[];
  /** Changes the copy of the extension, where it is one without grants. */
  readonly alter?: (folder: string) => void;
  /** Runs when all is open: the hooks of one file do not wait for one another. */
  readonly prepare?: (here: Setting) => Promise<void> | void;
}

/** Opens a setting before the tests of the calling file and closes it after them. */
export function setting({ grants, onScreen = false, args = [], alter, prepare }: Wanted): Setting {
  let origin: Origin | null = null;
  let longhaul: Longhaul | null = null;
  let display: Display | null = null;
  before(async () => {
    origin = await startOrigin();
    display = onScreen ? await openDisplay() : null;
    longhaul = await openLonghaul({
      grants,
      args,
      ...(display === null ? {} : { display: display.name }),
      ...(alter === undefined ? {} : { alter }),
    });
    await prepare?.(here);
  });
  after(async () => {
    await longhaul?.close();
    display?.close();
    await origin?.close();
  });
  const here: Setting = {
    get origin() {
      return opened(origin);
    },
    get longhaul() {
      return opened(longhaul);
    },
    get display() {
      return opened(display);
    },
  };
  return here;
}

function opened<T>(part: T | null): T {
  if (part === null) throw new Error('This part of the setting is opened before the first test, not earlier.');
  return part;
}
