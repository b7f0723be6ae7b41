import { wholeRules } from '../core/rules/parse-rules.ts';
import type { Rule } from '../core/rules/rule.ts';
import { browser } from './browser.ts';

const KEY = 'rules';

/** Read once in each life of the worker, which is the only one that writes them. */
let known: Promise<readonly Rule[]> | null = null;

export const ruleStore = {
  read(): Promise<readonly Rule[]> {
    known ??= readStored().catch(error => {
      known = null;
      throw error;
    });
    return known;
  },
  async write(rules: readonly Rule[]): Promise<void> {
    await browser.storage.local.set({ [KEY]: rules });
    known = Promise.resolve(rules);
  },
};

async function readStored(): Promise<readonly Rule[]> {
  const stored = await browser.storage.local.get(KEY);
  return wholeRules(stored[KEY]);
}
