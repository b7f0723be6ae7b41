import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rule } from '../../src/core/rules/rule.ts';
import { makeRule } from '../core/rules/make-rule.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

const SCANS = makeRule('scans', { url: String.raw`/\/scans\/\d+\.(pdf|djvu)$/i`, sites: ['*.example.org'] });
const REST = makeRule('rest', {}, { title: 'Müller’s “rest”' });

async function refusal(name: 'rules' | 'import-rules', ask: unknown): Promise<string> {
  const reply = await here.longhaul.reply(name, ask);
  assert.ok(!reply.ok, `${name} took ${JSON.stringify(ask)}`);
  return `${reply.error.code}: ${reply.error.message}`;
}

async function ids(): Promise<readonly string[]> {
  const { rules } = await here.longhaul.ask('rules', {});
  return rules.map(({ id }: Rule) => id);
}

test('rules are kept when the worker dies, and a bad one changes nothing', async () => {
  assert.deepEqual(await ids(), []);
  await here.longhaul.ask('rules', { set: [SCANS, REST] });
  assert.match(
    await refusal('rules', { set: [REST, { ...SCANS, when: { url: '/(?=a)/' } }] }),
    /^bad-rule: Rule 2, when\.url: The regular expression cannot be read here: \(\?=\..*look-around.*\\u\.$/,
  );
  assert.match(await refusal('rules', { set: [{ ...REST, colour: 'red' }] }), /^bad-rule: Rule 1: .*“colour”/);
  await here.longhaul.killWorker();
  assert.deepEqual(await here.longhaul.ask('rules', {}), { rules: [SCANS, REST] });
});

test('the tester says in sentences which rule decides and why', async () => {
  const tested = await here.longhaul.ask('test-rules', { url: 'https://www.example.org/scans/12.PDF' });
  assert.equal(tested.matched, 'scans');
  assert.deepEqual(tested.steps, [
    {
      rule: 'scans',
      title: '',
      verdict: 'matches',
      message: 'It fits the link, and is the first that does: it decides.',
    },
    {
      rule: 'rest',
      title: 'Müller’s “rest”',
      verdict: 'after-match',
      message: 'It is not looked at: a rule above it decides.',
    },
  ]);
  const other = await here.longhaul.ask('test-rules', { url: 'https://example.org/scans/12.pdf' });
  assert.equal(other.matched, 'rest');
  assert.equal(other.steps[0]?.message, 'The link is of example.org, not of *.example.org.');
});

test('what is exported comes back as it was', async () => {
  const { text } = await here.longhaul.ask('export-rules', {});
  await here.longhaul.ask('rules', { set: [REST] });
  assert.match(
    await refusal('import-rules', { text: text.replace('"version":1', '"version":9'), mode: 'append' }),
    /version 9.*Update Longhaul/,
  );
  assert.deepEqual(await ids(), ['rest']);
  assert.deepEqual(await here.longhaul.ask('import-rules', { text, mode: 'replace' }), { rules: [SCANS, REST] });
  const { rules } = await here.longhaul.ask('import-rules', { text, mode: 'append' });
  assert.equal(new Set(rules.map(({ id }) => id)).size, 4);
});
