import { calls } from './calls.js';

Object.assign(globalThis, { calls });

/** Takes a Blob from the worker, which has no object URLs of its own, and answers its URL. */
navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
  ports[0]?.postMessage(URL.createObjectURL(data));
});
navigator.serviceWorker.startMessages();
