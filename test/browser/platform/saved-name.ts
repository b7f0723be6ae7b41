import { relative } from 'node:path';
import { until } from '../harness.ts';
import type { AnotherExtension } from './another-extension.ts';
import type { ProbeExtension } from './probe-extension.ts';

/** Under which path, relative to the folder, a file is saved that the probe or another extension downloads. */
export async function savedName(
  probe: ProbeExtension,
  url: string,
  filename: string,
  by: ProbeExtension | AnotherExtension = probe,
): Promise<string> {
  return nameOf(probe, await by.inDocument('download', url, filename));
}

/** The same, of a download that runs. */
export async function nameOf(probe: ProbeExtension, id: number): Promise<string> {
  const found = await until(async () => {
    const now = await probe.inDocument('downloaded', id);
    return now?.state === 'complete' ? now : null;
  }, 'the file');
  return relative(probe.downloads, found.filename);
}
