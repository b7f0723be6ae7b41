import type { FetchPort } from '../carriers/background-fetch/carrier.ts';
import type { EndedFetch, FetchEnd } from '../carriers/background-fetch/collect.ts';
import type { Records } from '../carriers/background-fetch/records.ts';
import { failure, FailedAttempt, type FailureCode } from '../core/carriers/failure.ts';
import { isRequestOf } from '../core/carriers/request-name.ts';
import { askOffscreen } from './offscreen.ts';
import { workerScope } from './worker-scope.ts';
import { WireError } from '../messages/send.ts';

/** Background Fetch as the worker sees it. The start goes through the offscreen document: a worker may not. */
export const backgroundFetch: FetchPort = {
  async start(job) {
    try {
      await askOffscreen('start-fetch', job);
    } catch (error) {
      if (error instanceof WireError) throw new FailedAttempt(failure(codeOf(error.code), error.message));
      throw error;
    }
  },
  async abort(registration) {
    const found = await workerScope.registration.backgroundFetch.get(registration);
    await found?.abort();
  },
  async progress(registration) {
    const { known, bytes, total } = await askOffscreen('fetch-progress', { registration });
    return known ? { bytes, total: total === 0 ? null : total } : null;
  },
};

export async function registrationIds(): Promise<readonly string[]> {
  return workerScope.registration.backgroundFetch.getIds();
}

/** A record of a request that is still under way gives its answer when that has ended: it is not waited for. */
const AT_ONCE = 100;

export async function openFetch(registration: string): Promise<Records | null> {
  const found = await workerScope.registration.backgroundFetch.get(registration);
  if (found === undefined) return null;
  return {
    async responses(owner) {
      const late = new Promise<null>(resolve => setTimeout(() => resolve(null), AT_ONCE));
      return Promise.all((await answersOf(found, owner)).map(answer => Promise.race([answer, late])));
    },
  };
}

/**
 * Tells of each registration's end. The event comes once, and the records live until `onEnd` settles.
 * To be called synchronously at the worker's start, or the event that woke it is missed.
 */
export function onFetchEnd(onEnd: (end: FetchEnd, registration: string, ended: EndedFetch) => Promise<void>): void {
  for (const end of ['success', 'fail', 'abort'] as const) {
    workerScope.addEventListener(`backgroundfetch${end}`, event => {
      event.waitUntil(onEnd(end, event.registration.id, asEnded(event.registration)));
    });
  }
}

function asEnded(registration: BackgroundFetchRegistration): EndedFetch {
  return {
    failureReason: registration.failureReason,
    downloaded: registration.downloaded,
    responses: async owner => Promise.all(await answersOf(registration, owner)),
  };
}

async function answersOf(
  registration: BackgroundFetchRegistration,
  owner: string,
): Promise<readonly Promise<Response | null>[]> {
  const records = (await registration.matchAll()).filter(({ request }) => isRequestOf(request.url, owner));
  return records.map(record => record.responseReady.catch(() => null));
}

function codeOf(code: string): FailureCode {
  return code === 'quota-exceeded' ? 'quota-exceeded' : 'refused';
}
