/**
 * The slice of the Background Fetch API and of the service worker's scope that we use; no lib ships the first, and the
 * second's lib cannot stand beside the DOM's. Source: wicg.github.io/background-fetch, as Chromium 156 has it.
 */
interface BackgroundFetchRegistration extends EventTarget {
  readonly id: string;
  /** Bytes; 0 when it was not given. */
  readonly downloadTotal: number;
  readonly downloaded: number;
  readonly result: '' | 'success' | 'failure';
  readonly failureReason: '' | 'aborted' | 'bad-status' | 'fetch-error' | 'quota-exceeded' | 'download-total-exceeded';
  readonly recordsAvailable: boolean;
  abort(): Promise<boolean>;
  matchAll(): Promise<readonly BackgroundFetchRecord[]>;
}

interface BackgroundFetchRecord {
  readonly request: Request;
  /** Rejects when the request has no answer. */
  readonly responseReady: Promise<Response>;
}

interface BackgroundFetchEvent extends Event {
  readonly registration: BackgroundFetchRegistration;
  waitUntil(work: Promise<unknown>): void;
}

interface BackgroundFetchSource {
  fetch(
    id: string,
    requests: readonly Request[],
    options: { title: string; icons?: readonly { src: string; sizes: string; type: string }[]; downloadTotal?: number },
  ): Promise<BackgroundFetchRegistration>;
  get(id: string): Promise<BackgroundFetchRegistration | undefined>;
  getIds(): Promise<readonly string[]>;
}

interface ServiceWorkerRegistration {
  readonly backgroundFetch: BackgroundFetchSource;
}

interface WorkerClient {
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** `self` in the worker, as far as we use it. */
interface ExtensionWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean; type: 'all' }): Promise<readonly WorkerClient[]>;
  };
  addEventListener(
    type: 'backgroundfetchsuccess' | 'backgroundfetchfail' | 'backgroundfetchabort' | 'backgroundfetchclick',
    listener: (event: BackgroundFetchEvent) => void,
  ): void;
  addEventListener(type: 'online' | 'offline', listener: () => void): void;
}
