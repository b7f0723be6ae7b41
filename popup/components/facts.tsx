import { say } from '../say.ts';
import { type Phrase, topicOf } from '../view/sentence.ts';

/** Short statements in a line, set apart by dots. Each reads by its own direction: “1.6 MB/s” stays so among Arabic. */
export function Facts({ facts }: { facts: readonly Phrase[] }) {
  return facts.map(fact => (
    <span class="fact" key={topicOf(fact)}>
      <bdi>{say(fact)}</bdi>
    </span>
  ));
}
