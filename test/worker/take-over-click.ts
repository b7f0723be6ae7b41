import type { ForeignDownload } from '../../src/core/take-over/foreign-download.ts';
import type { TakeOverSettings } from '../../src/core/take-over/take-over-settings.ts';
import { World } from '../fakes/world.ts';

/** The user clicks a link that the browser downloads. `made`: what is not as of a plain link. */
export function click(world: World, url: string, made: Partial<ForeignDownload> = {}): ForeignDownload {
  const download = world.browser.takeOvers.downloads.begin(url, made);
  void world.worker().takeOvers.begun(download);
  return download;
}

/** One site is switched on. */
export function worldWith(takeOver: Partial<TakeOverSettings> = {}): World {
  const world = new World();
  const { settings } = world.browser;
  world.browser.settings = {
    ...settings,
    takeOver: { sites: ['granted.test'], types: [], leastSize: 1, ...takeOver },
  };
  return world;
}

/** Files that have arrived, by who brought them. */
export function filesOf({ browser }: World): { ours: number; theirs: number } {
  return { ours: browser.downloads.files.length, theirs: browser.takeOvers.downloads.files.length };
}
