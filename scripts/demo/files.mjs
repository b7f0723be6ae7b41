/**
 * The files of the demonstration page, each with something about it that a download queue has to cope with.
 *
 * @import { Origin } from '../../test/origin/origin.ts'
 * @typedef {{ url: string, name: string, size: string, remark: string, works: boolean }} DemoFile
 */
import { readFile } from 'node:fs/promises';

const MB = 1_000_000;
const ICON = new URL('../../icons/128.png', import.meta.url);

/**
 * @param {Origin} here the page's own origin
 * @param {Origin} there another one
 * @param {string} page the page's URL
 * @returns {DemoFile[]}
 */
export function demoFiles(here, there, page) {
  const cors = 'any';
  const disposition =
    'attachment; filename="report.pdf"; filename*=UTF-8\'\'J%C3%BCrgen%20%E6%97%A5%E6%9C%AC%E8%AA%9E%20report.pdf';
  const release = here.url('/release-2.1.zip', { size: 3 * MB, cors });
  return [
    file(
      'notes.txt',
      '2 kB',
      'A text: small files go straight to the browser.',
      here.url('/notes.txt', { size: 2000, cors }),
    ),
    file(
      'picture.png',
      '',
      'A picture.',
      here.handle('/picture.png', (_, response) => void sendIcon(response)),
    ),
    file(
      'large.dat',
      '52 MB',
      'Big enough for a Background Fetch, once you allow the site.',
      here.url('/large.dat', { size: 50 * 1024 * 1024, cors }),
    ),
    file(
      'latest',
      '3 MB',
      'A redirect: the name comes from where it leads.',
      here.url('/latest', { redirect: release, cors }),
    ),
    file(
      'export',
      '5 MB',
      'The server gives it a name of its own, in several scripts.',
      here.url('/export', { size: 5 * MB, disposition, cors }),
    ),
    file(
      'members.pdf',
      '5 MB',
      'Refused to who does not come from this page.',
      here.url('/members.pdf', { size: 5 * MB, needReferer: page, cors }),
    ),
    file(
      'elsewhere.dat',
      '8 MB',
      'Another site, which lets no script read its files (no CORS).',
      there.url('/elsewhere.dat', { size: 8 * MB }),
    ),
    file(
      'slow.iso',
      '20 MB',
      'Slow: 2 MB/s. Time to close the tab, or the browser.',
      here.url('/slow.iso', { size: 20 * MB, rate: 2 * MB, cors }),
    ),
    {
      ...file(
        'gone.zip',
        '',
        'It is not there (404): see how an error looks.',
        here.url('/gone.zip', { status: 404, cors }),
      ),
      works: false,
    },
  ];
}

/** @param {string} name @param {string} size @param {string} remark @param {string} url @returns {DemoFile} */
function file(name, size, remark, url) {
  return { name, size, remark, url, works: true };
}

/** @param {import('node:http').ServerResponse} response */
async function sendIcon(response) {
  const icon = await readFile(ICON);
  response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': icon.length });
  response.end(icon);
}
