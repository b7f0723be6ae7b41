import type { EndedFetch } from '../../../src/carriers/background-fetch/collect.ts';

interface Answer {
  readonly body?: BodyInit;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Where the redirects ended; '' as a response that was made by hand has it. */
  readonly url?: string;
}

/** A real `Response` with a real body, such as a record of a Background Fetch holds. */
export function answerWith({ body = 'hello', status = 200, headers = {}, url = '' }: Answer = {}): Response {
  const response = new Response(status === 204 ? null : body, { status, headers });
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

export function endedWith(responses: readonly (Response | null)[], overrides: Partial<EndedFetch> = {}): EndedFetch {
  return { failureReason: '', downloaded: 5, responses: async () => responses, ...overrides };
}
