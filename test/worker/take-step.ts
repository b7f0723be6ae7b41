import type { QueueItem } from '../../src/core/queue/item.ts';
import type { Call, World } from '../fakes/world.ts';
import { type Step, urlOf, type Whom } from './steps.ts';

/** What a step was about, and what came of it. */
export interface Taken {
  readonly step: Step;
  /** The items that the user named in it. */
  readonly named: readonly QueueItem[];
  /** The message that was sent; null where the step is none. */
  readonly call: Call | null;
}

/** Lets one thing happen, and all that follows from it at once. */
export async function takeStep(world: World, step: Step): Promise<Taken> {
  // What has been asked for never gets an answer: with a new time the grace of it may be over at once.
  if (step.do === 'jump') world.browser.downloads.requests = [];
  const named = namedIn(world, step);
  const call = await begin(world, step, named);
  await world.settle();
  return { step, named, call };
}

async function begin(world: World, step: Step, named: readonly QueueItem[]): Promise<Call | null> {
  const { browser } = world;
  switch (step.do) {
    case 'enqueue': {
      const { files, priority, group, paused, again } = step;
      const links = files.map(file => ({ url: urlOf(file), priority, ...(group === null ? {} : { group }) }));
      return world.ask('enqueue', { links, paused, again });
    }
    case 'control':
      return control(world, step, named);
    case 'undo':
    case 'clear-finished':
      return world.ask(step.do);
    case 'set':
      return world.ask('settings', { set: step.set });
    case 'finish':
      for (let times = 0; times < step.times; times += 1) {
        browser.finishOne();
        await world.settle();
      }
      return null;
    case 'elapse':
      await world.elapse(step.ms);
      return null;
    case 'jump':
      // An alarm is set for what the clock shows (Chromium 156): nothing but another event wakes a worker in time then.
      browser.clock.jump(step.ms);
      void world.worker().keeper.wake();
      return null;
    case 'die':
      world.killAfter(step.after);
      return null;
    case 'restart':
      world.restart(step.how);
      return null;
    case 'network':
      world.setOnline(step.isOnline);
      return null;
    case 'grant':
      browser.setGrants(step.isGiven);
      void world.worker().keeper.wake();
      return null;
    case 'look':
      world.isLookedAt = step.isLookedAt;
      return null;
    case 'lose':
      if (step.what === 'offscreen document') browser.closeOffscreen();
      else browser.wakeAt = null;
      // Each birth of the worker must find out by itself.
      world.kill();
      world.worker();
      return null;
  }
}

function control(world: World, step: Step & { do: 'control' }, named: readonly QueueItem[]): Call {
  const { action, whom, priority } = step;
  const [first] = named;
  const more = action === 'move' ? { before: first?.id ?? null } : action === 'prioritize' ? { priority } : {};
  if (whom === 'all') return world.ask('control', { ids: 'all', action, ...more });
  if (whom === 'group') return world.ask('control', { group: first?.group?.id ?? 'none', action, ...more });
  return world.ask('control', { ids: named.map(({ id }) => id), action, ...more });
}

function namedIn({ browser }: World, step: Step): readonly QueueItem[] {
  const items = browser.store.all();
  if (step.do === 'clear-finished') return items.filter(({ status }) => status === 'done' || status === 'cancelled');
  return step.do === 'control' ? chosen(items, step.whom) : [];
}

function chosen(items: readonly QueueItem[], whom: Whom): readonly QueueItem[] {
  if (whom === 'all') return items;
  if (whom === 'group') {
    const group = items.find(item => item.group !== null)?.group?.id;
    return items.filter(item => group !== undefined && item.group?.id === group);
  }
  return [...new Set(whom.some.flatMap(place => items[place % items.length] ?? []))];
}
