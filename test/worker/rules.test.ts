import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../src/messages/refusal.ts';
import type { RulesAnswer, TestRulesAnswer } from '../../src/messages/rules.ts';
import { makeRule } from '../core/rules/make-rule.ts';
import { World } from '../fakes/world.ts';

type Name = 'rules' | 'test-rules' | 'export-rules' | 'import-rules';

const FILMS = makeRule('films', { types: ['video/*'] }, { title: 'Films' });
const BIG = makeRule('big', { size: { least: 1_000, most: null } });
const REST = makeRule('rest');

function worldWith(...rules: readonly (typeof FILMS)[]): World {
  const world = new World();
  world.browser.rules = rules;
  return world;
}

/** The code and the sentence of the refusal; a promise that is kept fails. */
async function refusal(world: World, name: Name, ask: unknown): Promise<string> {
  const outcome: unknown = await world
    .worker()
    .handlers[name](ask, {})
    .catch((error: unknown) => error);
  assert.ok(outcome instanceof Refusal, `${name} took ${JSON.stringify(ask)}`);
  return `${outcome.code}: ${outcome.message}`;
}

describe('rules', () => {
  test('are answered, and set as a whole', async () => {
    const world = worldWith(FILMS);
    const { handlers } = world.worker();
    assert.deepEqual(await handlers.rules({}, {}), { rules: [FILMS] });
    assert.deepEqual(await handlers.rules({ set: [REST, BIG] }, {}), { rules: [REST, BIG] });
    world.kill();
    assert.deepEqual(await world.worker().handlers.rules({}, {}), { rules: [REST, BIG] });
    assert.deepEqual(await world.worker().handlers.rules({ set: [] }, {}), { rules: [] });
  });

  for (const [set, said] of [
    [{}, 'bad-rule: rules_notAList {…}'],
    [null, 'bad-rule: rules_notAList null'],
    [[REST, { ...BIG, id: 7 }], 'bad-rule: rules_ofField 2 id rules_badId 7'],
    [[{ ...REST, unless: 1 }], 'bad-rule: rules_ofRule 1 rules_unknownKey unless'],
    [[{ id: 'a', when: { url: '/(/' } }], 'bad-rule: rules_ofField 1 when.url rules_patternSyntax ('],
    [[{ id: 'a', then: { folder: '..' } }], 'bad-rule: rules_ofField 1 then.folder link_badFolder ..'],
    [Array(501).fill(REST), 'bad-rule: rules_tooMany 501 500'],
  ] as const) {
    test(`that are bad change nothing: ${said}`, async () => {
      const world = worldWith(FILMS);
      assert.equal(await refusal(world, 'rules', { set }), said);
      assert.deepEqual(world.browser.rules, [FILMS]);
    });
  }

  test('have no other field than set', async () => {
    assert.match(await refusal(worldWith(), 'rules', { add: [] }), /^bad-ask: ask_unknownField add/);
  });
});

describe('import-rules', () => {
  async function exported(...rules: readonly (typeof FILMS)[]): Promise<string> {
    const { text } = await worldWith(...rules)
      .worker()
      .handlers['export-rules']({}, {});
    return text;
  }
  async function imported(world: World, mode: string, text: string): Promise<RulesAnswer['rules']> {
    const { rules } = await world.worker().handlers['import-rules']({ text, mode }, {});
    assert.deepEqual(world.browser.rules, rules);
    return rules;
  }

  test('replaces all rules by what export-rules gave', async () => {
    assert.deepEqual(await imported(worldWith(REST), 'replace', await exported(FILMS, BIG)), [FILMS, BIG]);
  });

  test('puts them behind the others; an id that is taken becomes a new one', async () => {
    const rules = await imported(worldWith(REST, BIG), 'append', await exported(FILMS, BIG));
    assert.deepEqual(rules.slice(0, 3), [REST, BIG, FILMS]);
    assert.equal(rules.length, 4);
    assert.equal(new Set(rules.map(({ id }) => id)).size, 4);
    assert.deepEqual(rules[3], { ...BIG, id: rules[3]?.id });
  });

  test('changes nothing where anything is wrong', async () => {
    const full = Array.from({ length: 500 }, (_, index) => makeRule(`${index}`));
    const text = await exported(FILMS);
    for (const [ask, said, own] of [
      [{ text: '', mode: 'replace' }, 'bad-import: rules_notJson ', [REST]],
      [{ text: '{}', mode: 'replace' }, 'bad-import: rules_notRules ', [REST]],
      [{ text: text.replace(':1,', ':2,'), mode: 'append' }, 'bad-import: rules_newer 2', [REST]],
      [{ text: text.replace('"id"', '"ID"'), mode: 'append' }, 'bad-rule: rules_ofRule 1 rules_unknownKey ID', [REST]],
      [{ text, mode: 'append' }, 'bad-rule: rules_tooMany 501 500', full],
      [{ text, mode: 'merge' }, 'bad-ask: rules_badMode "merge"', [REST]],
      [{ text }, 'bad-ask: rules_badMode null', [REST]],
      [{ text: 7, mode: 'append' }, 'bad-ask: ask_notAText text', [REST]],
    ] as const) {
      const world = worldWith(...own);
      assert.equal(await refusal(world, 'import-rules', ask), said);
      assert.deepEqual(world.browser.rules, own);
    }
  });
});

describe('test-rules', () => {
  const url = 'https://a.granted.test/film.mkv';

  async function tested(world: World, ask: unknown): Promise<TestRulesAnswer> {
    return world.worker().handlers['test-rules'](ask, {});
  }
  /** `films matches: rules_matches`, one a rule, and before them the rule that decides. */
  function inWords({ matched, steps }: TestRulesAnswer): readonly string[] {
    return [matched ?? 'none', ...steps.map(({ rule, verdict, message }) => `${rule} ${verdict}: ${message}`)];
  }

  test('says of each rule why it decides or does not', async () => {
    const rules = [
      makeRule('off', {}, { isOn: false }),
      makeRule('site', { sites: ['b.test', 'c.test'] }),
      makeRule('url', { url: '*.zip' }),
      makeRule('no-page', { page: '*x*' }),
      makeRule('small', { size: { least: null, most: 10 } }),
      makeRule('zip', { types: ['zip'] }),
      FILMS,
      REST,
    ];
    const told = { contentType: 'video/x-matroska', size: 2_000, name: 'film.mkv' };
    assert.deepEqual(inWords(await tested(worldWith(...rules), { url, ...told })), [
      'films',
      'off off: rules_off',
      'site differs: rules_differsSite a.granted.test b.test, c.test',
      `url differs: rules_differsUrl ${url} *.zip`,
      'no-page differs: rules_noPage *x*',
      'small differs: rules_differsSize 2000 ≤ 10',
      'zip differs: rules_differsType .mkv, video/x-matroska zip',
      'films matches: rules_matches',
      'rest after-match: rules_afterMatch',
    ]);
  });

  test('says what is not known yet', async () => {
    const page = makeRule('page', { page: '*x*' });
    assert.deepEqual(inWords(await tested(worldWith(page, FILMS, BIG, REST), { url, page: 'https://y.test/' })), [
      'none',
      'page differs: rules_differsPage https://y.test/ *x*',
      'films unsure: rules_unsureType video/*',
      'big unsure: rules_unsureSize ≥ 1000',
      'rest matches: rules_wouldMatch',
    ]);
  });

  test('takes rules that are not saved, and saves none', async () => {
    const world = worldWith(BIG);
    const { matched, steps } = await tested(world, { url, rules: [FILMS], contentType: 'video/mp4' });
    assert.deepEqual(
      { matched, steps },
      {
        matched: 'films',
        steps: [{ rule: 'films', title: 'Films', verdict: 'matches', message: 'rules_matches' }],
      },
    );
    assert.deepEqual(world.browser.rules, [BIG]);
    assert.match(await refusal(world, 'test-rules', { url, rules: [{}] }), /^bad-rule: rules_ofField 1 id/);
  });

  test('takes what the queue knows of an item, and what is told beyond it', async () => {
    const world = worldWith(makeRule('page', { page: '*forum*', url: '*film*' }), FILMS, REST);
    await world.insist('enqueue', { links: [{ url, referrer: 'https://forum.test/7' }], paused: true });
    const id = world.browser.store.all()[0]?.id ?? '';
    assert.equal((await tested(world, { id })).matched, 'page');
    assert.equal((await tested(world, { id, page: 'https://other.test/', contentType: 'text/html' })).matched, 'rest');
  });

  test('knows all of a file that is done', async () => {
    const world = worldWith(makeRule('none', { size: { least: null, most: 0 } }), FILMS, REST);
    await world.insist('enqueue', { links: [{ url, name: 'saved.mkv' }] });
    await world.runToRest();
    const [item] = world.browser.store.all();
    assert.equal(item?.status, 'done');
    assert.equal((await tested(world, { id: item.id })).matched, 'films');
  });

  for (const [ask, said] of [
    [{}, 'bad-ask: rules_whichLink'],
    [{ url, id: 'x' }, 'bad-ask: rules_whichLink'],
    [{ id: 'nobody' }, 'unknown-item: control_unknownItem nobody'],
    [{ url: 'file:///etc' }, 'bad-link: link_notAUrl file:'],
    [{ url: 'x' }, 'bad-link: link_notAUrl x'],
    [{ url, size: -1 }, `bad-ask: ask_notAWholeNumber size ${Number.MAX_SAFE_INTEGER}`],
    [{ url, name: 7 }, 'bad-ask: ask_notAText name'],
    [{ url, kind: 7 }, 'bad-ask: ask_unknownField kind url, id, page, name, contentType, size, isFinal, rules'],
  ] as const) {
    test(`refuses ${JSON.stringify(ask)}`, async () => {
      assert.equal(await refusal(worldWith(), 'test-rules', ask), said);
    });
  }
});
