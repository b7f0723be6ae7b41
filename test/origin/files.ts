import type { ServerResponse } from 'node:http';
import { type Answer, answerTo, statusAnswer } from './answer.ts';
import { textBody } from './body.ts';
import { FaultCounts } from './fault-counts.ts';
import { Pace } from './pace.ts';
import { readSwitches, writeSwitches } from './read-switches.ts';
import type { LoggedRequest } from './request-log.ts';
import { sendAnswer, type Tempo } from './send-answer.ts';
import { type Behaviour, defaults, type Switches } from './switches.ts';

const atOnce: Tempo = { latency: 0, paces: [] };

/** What the origin serves by itself: pages by their path, and files by the switches in their query. */
export class Files {
  readonly pages = new Map<string, string>();
  /** Switches by the path, in place of those in the query. */
  readonly choices = new Map<string, (request: LoggedRequest) => Switches>();
  readonly counts = new FaultCounts();
  readonly #sharedPaces = new Map<string, Pace>();

  /** Settles when the answer is over; of an answer that stalls, when it has begun to. */
  serve(entry: LoggedRequest, response: ServerResponse): Promise<void> {
    const { method, path, url } = entry;
    const plain = (answer: Answer) => sendAnswer(answer, entry, response, atOnce);
    if (method !== 'GET' && method !== 'HEAD') {
      return plain(statusAnswer(405, defaults, undefined, { Allow: 'GET, HEAD' }));
    }
    const html = this.pages.get(path);
    if (html !== undefined) return plain(pageAnswer(html));
    const choice = this.choices.get(path);
    const query = choice === undefined ? url.slice(path.length + 1) : writeSwitches(choice(entry));
    if (query === '') return plain(statusAnswer(404, defaults));
    const read = readSwitches(query);
    if ('problem' in read) return plain(statusAnswer(400, defaults, read.problem));

    const header = (name: string) => entry.headers[name] ?? null;
    // Before the latency: of two requests the one that arrived first spends first.
    const answer = answerTo({ method, path, url, header }, read.behaviour, this.counts);
    return sendAnswer(answer, entry, response, this.#tempoOf(path, read.behaviour));
  }

  #tempoOf(path: string, { latency, rate, totalRate }: Behaviour): Tempo {
    const paces = rate === undefined ? [] : [new Pace(rate)];
    return { latency, paces: totalRate === undefined ? paces : [...paces, this.#sharedPace(path, totalRate)] };
  }

  #sharedPace(path: string, totalRate: number): Pace {
    const name = `${totalRate} ${path}`;
    const pace = this.#sharedPaces.get(name) ?? new Pace(totalRate);
    this.#sharedPaces.set(name, pace);
    return pace;
  }
}

function pageAnswer(html: string): Answer {
  const body = textBody(html);
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(body.length),
  };
  return { status: 200, headers, body, sent: body.length, ending: 'finish' };
}
