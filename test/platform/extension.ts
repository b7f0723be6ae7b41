import { BroadcastChannel as NodeChannel } from 'node:worker_threads';

/**
 * What the platform's files need of the browser to be loaded outside of it; to be imported before them. A sentence is
 * its key here, and its values.
 */
const extension = {
  runtime: {
    id: 'longhaul',
    getPlatformInfo: async () => ({ os: 'linux' }),
    getURL: (path: string) => `chrome-extension://longhaul/${path}`,
  },
  i18n: { getMessage: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') },
};

Object.assign(globalThis, { chrome: extension, browser: extension });

/** A channel of Node keeps its process alive; one of a browser does not keep its worker. */
class QuietChannel extends NodeChannel {
  constructor(name: string) {
    super(name);
    this.unref();
  }
}

Object.assign(globalThis, { BroadcastChannel: QuietChannel });
