import type { ForeignDownload } from '../../src/core/take-over/foreign-download.ts';
import type { World } from '../fakes/world.ts';

/** The user clicks a link that the browser downloads. `made`: what is not as of a plain link. */
export function click(world: World, url: string, made: Partial<ForeignDownload> = {}): ForeignDownload {
  const download = world.browser.takeOvers.downloads.begin(url, made);
  void world.worker().takeOvers.begun(download);
  return download;
}
