import process from 'node:process';

/**
 * Calls back, perhaps more than once, when we are told to stop: by a signal, or by the end of the npm that runs us.
 * npm passes a SIGTERM on only to its shell, which dies of it and leaves us behind.
 *
 * @param {(why: string) => void} stop
 */
export function onInterruption(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('The end of npm');
  }, 500);
  watch.unref();
}
