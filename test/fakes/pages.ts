/** What the worker's messages need of pages and menus: there are none here. */
export const NO_PAGES = {
  readPage: async () => null,
  readBasket: async () => null,
  gestures: { send: async () => undefined },
  keepMenus: async () => undefined,
  notice: { read: async () => null, clear: async () => undefined },
};
