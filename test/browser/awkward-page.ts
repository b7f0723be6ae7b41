import type { Origin } from '../origin/origin.ts';

/** A page with links of several kinds, and a spot (`#nothing`) that is none of them. */
export function awkwardPage(origin: Origin): string {
  return origin.page(
    '/awkward/page.html',
    `<!doctype html><title>Awkward</title>
    <body style="font: 20px sans-serif; margin: 40px">
    <p id="nothing">Nothing to see here, only a line of words.</p>
    <p><a id="link" href="linked.txt?size=100#part">A relative link</a></p>
    <p id="selection">Some <a href="/second.txt?size=20">second</a>,
      <a href="//${new URL(origin.base).host}/third.txt?size=30">third</a>
      and <a href="javascript:alert(1)">a trap</a>.</p>
    <p><img id="image" src="/picture.svg" width="120" height="60" alt="A picture"></p>
    <p><video id="video" src="/film.webm?size=50" style="background: gray" width="240" height="100"></video></p>
    <p><a href="/archive.tar.gz?size=70" download="true">Archive</a></p>`,
  );
}

export function picture(origin: Origin): void {
  origin.handle('/picture.svg', (_request, response) => {
    response.setHeader('content-type', 'image/svg+xml');
    response.end(
      '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>',
    );
  });
}
