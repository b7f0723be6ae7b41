import { say } from '../say.ts';
import { type Phrase, topicOf } from '../view/sentence.ts';

/** Short statements in a line, set apart by dots. */
export function Facts({ facts }: { facts: readonly Phrase[] }) {
  return facts.map(fact => (
    <span class="fact" key={topicOf(fact)}>
      {say(fact)}
    </span>
  ));
}
