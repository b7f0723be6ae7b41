/** The service worker's own scope. Only the worker may use it: elsewhere `self` is a window. */
export const workerScope = self as unknown as ExtensionWorkerScope;
