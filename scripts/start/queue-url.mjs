/**
 * A URL as the queue writes it, so that two spellings of one file are known for one. What is no URL stays as it is.
 *
 * @param {string} typed
 */
export function queueUrl(typed) {
  if (!URL.canParse(typed)) return typed;
  const url = new URL(typed);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
