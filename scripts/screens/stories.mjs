/**
 * The states that pages are seen in. Each story has a browser of its own and brings the queue into its state; nothing
 * is staged but the files.
 *
 * @import { Stage } from './stage.mjs'
 * @typedef {{ grants: 'all' | 'none', play: (stage: Stage) => Promise<unknown> }} Story
 */

/** @satisfies {Record<string, Story>} */
export const STORIES = {
  empty: { grants: 'none', play: async () => undefined },
  granted: { grants: 'all', play: async () => undefined },
  running: { grants: 'all', play: run },
  held: {
    grants: 'all',
    async play(stage) {
      await run(stage);
      await stage.ask('control', { ids: 'all', action: 'pause' });
    },
  },
  group: { grants: 'all', play: gather },
  ended: { grants: 'all', play: end },
  removed: {
    grants: 'all',
    async play(stage) {
      await end(stage);
      await stage.ask('clear-finished', {});
    },
  },
  clash: { grants: 'all', play: clash },
  ungranted: {
    grants: 'none',
    // Parts are only asked for over https, or from this machine.
    play: ({ ask, origin }) =>
      ask('enqueue', {
        links: [{ url: origin.url('/releases/atlas-of-rivers-2026.iso', { size: 90_000_000, rate: 1_000_000 }) }],
      }),
  },
  many: {
    grants: 'all',
    play: ({ ask, file, many }) =>
      ask('enqueue', {
        links: Array.from({ length: many }, (_, n) => ({
          url: file('survey.maps.example', `/survey/sheet-${n + 1}.tif`, { size: 10 }),
        })),
        paused: true,
      }),
  },
};

/** @typedef {keyof typeof STORIES} StoryName */

/** @param {Stage} stage */
async function run({ ask, file }) {
  // All files are of one site here, and are to run at once all the same.
  await ask('settings', { set: { hostLimit: 4 } });
  const iso = file('releases.rivers.example', '/releases/atlas-of-rivers-2026.iso', {
    size: 900_000_000,
    rate: 9_000_000,
  });
  await ask('enqueue', { links: [{ url: iso }] });
  await seen(ask, items => items.some(({ bytes }) => bytes > 90_000_000));
  const slow = [
    file('lectures.tides.example', '/lectures/03-tides-and-currents.mp4', { size: 700_000, rate: 15_000 }),
    file('scans.archive.example', '/scans/Logbuch 1871, Band 2.pdf', { size: 900_000, rate: 20_000 }),
    file('podcast.waves.example', '/podcast/episode-128.mp3', { size: 800_000, rate: 18_000 }),
    file('podcast.waves.example', '/podcast/episode-129.mp3', { size: 800_000, rate: 18_000 }),
  ];
  await ask('enqueue', { links: slow.map(url => ({ url })) });
  await seen(ask, items => items.filter(({ bytes }) => bytes > 0).length >= slow.length);
}

/** @param {Stage} stage */
async function gather({ ask, file }) {
  await ask('settings', { set: { hostLimit: 4 } });
  const group = 'Tides and currents: the winter lectures';
  const urls = [
    file('lectures.tides.example', '/lectures/01-the-moon.mp4', { size: 40_000 }),
    file('lectures.tides.example', '/lectures/02-the-sun.mp4', { size: 40_000 }),
    file('lectures.tides.example', '/lectures/03-spring-and-neap.mp4', { size: 900_000, rate: 20_000 }),
    file('lectures.tides.example', '/lectures/04-the-gulf-stream.mp4', { size: 900_000, rate: 20_000 }),
    file('lectures.tides.example', '/lectures/05-the-slack.mp4', { size: 900_000, rate: 20_000 }),
  ];
  await ask('enqueue', { links: urls.map(url => ({ url, group })) });
  await seen(ask, items => items.filter(({ bytes }) => bytes > 0).length === urls.length);
}

/** @param {Stage} stage */
async function end({ ask, file }) {
  const urls = [
    file('data.stations.example', '/archive/station-data-1998.tar.gz', { status: 404 }),
    file('data.stations.example', '/archive/readme.txt', { size: 2_300 }),
    file('data.stations.example', '/archive/gauges.csv', { size: 48_000 }),
    file('data.stations.example', '/archive/river-at-night.jpg', { size: 310_000 }),
  ];
  await ask('enqueue', { links: urls.map(url => ({ url })) });
  await seen(ask, items => items.every(({ status }) => status === 'done' || status === 'failed'));
}

/** @param {Stage} stage */
async function clash({ ask, file }) {
  await ask('settings', { set: { conflict: 'ask' } });
  for (const size of [48_000, 52_000]) {
    await ask('enqueue', {
      links: [{ url: file('data.stations.example', '/archive/gauges.csv', { size, tag: `${size}` }) }],
    });
    await seen(ask, items => items.every(item => item.status === 'done' || item.clash !== null));
  }
}

/**
 * Waits until the queue is as it is to be seen.
 *
 * @param {Stage['ask']} ask
 * @param {(items: import('../../src/messages/listing.ts').ListedItem[]) => boolean} isSo
 */
async function seen(ask, isSo) {
  const deadline = Date.now() + 60_000;
  while (!isSo((await ask('list', { limit: 100 })).items)) {
    if (Date.now() > deadline) throw new Error('The queue has not come into the state of the story.');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
