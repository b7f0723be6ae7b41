import { effect, signal } from '@preact/signals';
import type { TestRulesAnswer } from '../../src/messages/rules.ts';
import { send } from '../../src/messages/send.ts';
import { reasonOf } from '../reason-of.ts';
import { bytesOf, type TypedSize, typedSize } from '../view/options/typed-size.ts';
import { rules } from './rules.ts';

/** A link that the rules are tried with. '' is what is not known of it. */
export interface TestLink {
  readonly url: string;
  readonly page: string;
  readonly type: string;
  readonly size: TypedSize;
}

export const testLink = signal<TestLink>({ url: '', page: '', type: '', size: typedSize(null) });
/** What the rules make of it; null while there is no link, or none that can be read. */
export const tested = signal<TestRulesAnswer | null>(null);
export const testFault = signal<string | null>(null);

/** Tries the link anew whenever it or a rule changes. */
export function keepTesting(): void {
  effect(() => {
    if (rules.value !== null) void test(testLink.value);
  });
}

let lastTest = 0;

/** Asks the worker, which decides in earnest too. Only the last answer counts. */
async function test({ url, page, type, size }: TestLink): Promise<void> {
  lastTest += 1;
  const mine = lastTest;
  const bytes = bytesOf(size);
  const known = {
    page: page.trim() || null,
    contentType: type.trim() || null,
    size: Number.isNaN(bytes) ? null : bytes,
    // Whoever says the type is asking what becomes of it when the server has answered.
    isFinal: type.trim() !== '',
  };
  const outcome = url.trim() === '' ? null : await asked({ url: url.trim(), ...known });
  if (mine !== lastTest) return;
  testFault.value = typeof outcome === 'string' ? outcome : null;
  tested.value = typeof outcome === 'string' ? null : outcome;
}

async function asked(ask: Parameters<typeof sendTest>[0]): Promise<TestRulesAnswer | string> {
  try {
    return await sendTest(ask);
  } catch (fault) {
    return reasonOf(fault);
  }
}

function sendTest(ask: {
  url: string;
  page: string | null;
  contentType: string | null;
  size: number | null;
  isFinal: boolean;
}): Promise<TestRulesAnswer> {
  return send('worker', 'test-rules', ask);
}
