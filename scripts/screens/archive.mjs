/**
 * A page of files and pictures for the chooser, on hosts of the internet.
 *
 * @import { Stage } from './stage.mjs'
 */
import { onHost } from './stage.mjs';

const KINDS = ['pdf', 'zip', 'mp3', 'html', 'csv'];

/** @param {Stage} stage @returns {Promise<string>} its address */
export async function openArchive({ ask, origin, sender }) {
  const known = onHost('files.rivers.example', origin.url('/archive/river-survey-1961.zip', { size: 10 }));
  await ask('enqueue', { links: [{ url: known }] });
  const files = Array.from({ length: 60 }, (_, n) => {
    const name = `river-survey-${1960 + n}.${KINDS[n % KINDS.length]}`;
    const host = n % 3 === 2 ? 'cdn.maps.example' : 'files.rivers.example';
    return `<li><a href="${onHost(host, origin.url(`/archive/${name}`, { size: 10 }))}">River survey ${1960 + n}</a>`;
  });
  const pictures = [];
  for (let n = 0; n < 24; n += 1) pictures.push(await serveLandscape(origin, sender, n));
  const shown = pictures.map((url, n) => `<li><a href="${url}">The river in ${1871 + n}</a>`);
  const router = '<li><a href="http://192.168.1.1/backup.zip">Settings of the router</a>';
  const list = [...files.slice(0, 4), router, ...files.slice(4), ...shown].join('');
  return onHost('www.rivers.example', origin.page('/archive/', `<!doctype html><title>River surveys</title>${list}`));
}

/**
 * A picture of hills under a sky, each a little later in the day.
 *
 * @param {Stage['origin']} origin @param {Stage['sender']} page @param {number} n
 */
async function serveLandscape(origin, page, n) {
  const data = await page.evaluate(hour => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [480, 360];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('There is nothing to draw with.');
    const sky = pen.createLinearGradient(0, 0, 0, 260);
    sky.addColorStop(0, `hsl(${205 + hour * 3} 60% ${72 - hour * 1.6}%)`);
    sky.addColorStop(1, `hsl(${40 - hour} 75% ${82 - hour}%)`);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 480, 360);
    for (const [layer, height] of [180, 220, 270, 315].entries()) {
      pen.fillStyle = `hsl(${160 + layer * 8 + hour * 2} ${22 + layer * 6}% ${52 - layer * 11}%)`;
      pen.beginPath();
      pen.moveTo(0, 360);
      for (let x = 0; x <= 480; x += 8)
        pen.lineTo(x, height + 26 * Math.sin(x / (70 + layer * 17) + hour * (layer + 1)));
      pen.lineTo(480, 360);
      pen.fill();
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, n);
  const url = origin.handle(`/pictures/river-${1871 + n}.jpg`, (_request, response) => {
    response.setHeader('content-type', 'image/jpeg');
    response.end(Buffer.from(data, 'base64'));
  });
  return onHost('www.rivers.example', url);
}
