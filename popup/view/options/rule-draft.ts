import { STARTS, type Condition, type Decision, type Rule } from '../../../src/core/rules/rule.ts';
import { CARRIER_NAMES } from '../../../src/core/carriers/carrier-name.ts';
import { CONFLICTS } from '../../../src/core/naming/conflict.ts';
import { PRIORITIES } from '../../../src/core/queue/item.ts';
import { entriesOf } from './typed-list.ts';
import { bytesOf, type TypedSize, typedSize } from './typed-size.ts';

/** A rule as its fields are typed. '' is what is not looked at, and what stays as it would be without the rule. */
export interface RuleDraft {
  readonly id: string;
  readonly isOn: boolean;
  readonly title: string;
  readonly sites: string;
  readonly types: string;
  readonly least: TypedSize;
  readonly most: TypedSize;
  readonly url: string;
  readonly page: string;
  readonly folder: string;
  readonly mask: string;
  readonly priority: string;
  readonly carrier: string;
  readonly conflict: string;
  readonly start: string;
}

export function newDraft(id: string): RuleDraft {
  const nothing = { sites: '', types: '', url: '', page: '', folder: '', mask: '' };
  const usual = { priority: '', carrier: '', conflict: '', start: '' };
  return { id, isOn: true, title: '', least: typedSize(null), most: typedSize(null), ...nothing, ...usual };
}

export function draftOf({ id, isOn, title, when, then }: Rule): RuleDraft {
  return {
    id,
    isOn,
    title,
    sites: when.sites.join(', '),
    types: when.types.join(', '),
    least: typedSize(when.size.least),
    most: typedSize(when.size.most),
    url: when.url ?? '',
    page: when.page ?? '',
    folder: then.folder ?? '',
    mask: then.mask ?? '',
    priority: then.priority ?? '',
    carrier: then.carrier ?? '',
    conflict: then.conflict ?? '',
    start: then.start ?? '',
  };
}

/** The rule that is meant, whole or not: the parser of rules says which. */
export function ruleOf(draft: RuleDraft): Rule {
  const { id, isOn, title } = draft;
  return { id, isOn, title: title.trim(), when: conditionOf(draft), then: decisionOf(draft) };
}

function conditionOf(draft: RuleDraft): Condition {
  return {
    sites: entriesOf(draft.sites),
    types: entriesOf(draft.types),
    size: { least: sizeOf(draft.least), most: sizeOf(draft.most) },
    url: orNull(draft.url),
    page: orNull(draft.page),
  };
}

/** What is no size becomes one that is refused: NaN would be null at the other end of the wire, and so no bound at all. */
function sizeOf(size: TypedSize): number | null {
  const bytes = bytesOf(size);
  return Number.isNaN(bytes) ? -1 : bytes;
}

function decisionOf(draft: RuleDraft): Decision {
  return {
    folder: orNull(draft.folder),
    mask: orNull(draft.mask),
    priority: PRIORITIES.find(each => each === draft.priority) ?? null,
    carrier: CARRIER_NAMES.find(each => each === draft.carrier) ?? null,
    conflict: CONFLICTS.find(each => each === draft.conflict) ?? null,
    start: STARTS.find(each => each === draft.start) ?? null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
