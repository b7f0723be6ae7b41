/** @import { DemoFile } from './files.mjs' */
import { readFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';
import { demoFiles } from './files.mjs';

/**
 * Serves a page of files that are made up as they are asked for, on this machine alone, until `close`.
 *
 * Two origins, so that one of the files comes from another site than the page.
 *
 * @returns {Promise<{ url: string, links: DemoFile[], close(): Promise<void> }>}
 */
export async function startDemo() {
  /** @type {typeof import('../../test/origin/origin.ts')} */
  const { startOrigin } = await tsImport('../../test/origin/origin.ts', import.meta.url);
  const [here, there] = await Promise.all([startOrigin(), startOrigin()]);
  const url = `${here.base}/`;
  const links = demoFiles(here, there, url);
  const template = await readFile(new URL('demo.html', import.meta.url), 'utf8');
  here.page(
    '/',
    template.replace('<!-- files -->', () => links.map(row).join('\n')),
  );
  return {
    url,
    links,
    async close() {
      await Promise.all([here.close(), there.close()]);
    },
  };
}

/** @param {DemoFile} file */
function row({ url, name, size, remark }) {
  const href = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<tr><th scope="row"><a href="${href}">${name}</a></th><td>${size}</td><td>${remark}</td></tr>`;
}
