import type { Conflict } from '../naming/conflict.ts';
import type { CarrierName } from '../carriers/carrier-name.ts';
import type { Priority } from '../queue/item.ts';

/** What the user wants done with links of a kind. The first rule of the list whose condition fits decides alone. */
export interface Rule {
  readonly id: string;
  /** For people; may be ''. */
  readonly title: string;
  readonly isOn: boolean;
  readonly when: Condition;
  readonly then: Decision;
}

/** All of it must fit. What is null or empty is not looked at, so that a rule without any condition fits every link. */
export interface Condition {
  /** Hosts, any of them: `example.org` with its subdomains, or a glob: `*.example.org`, `cdn?.example.*`. */
  readonly sites: readonly string[];
  /** Extensions (`pdf`, `tar.gz`) and MIME globs (`video/*`), any of them. */
  readonly types: readonly string[];
  readonly size: SizeRange;
  /** A pattern (`parsePattern`) over the whole address. */
  readonly url: string | null;
  /** The same over the address of the page that the link stood on. */
  readonly page: string | null;
}

/** Bytes, both inclusive. */
export interface SizeRange {
  readonly least: number | null;
  readonly most: number | null;
}

export const STARTS = ['paused', 'skip'] as const;

/** What is null stays as it would be without the rule. */
export interface Decision {
  /** Relative, below the browser's download folder. */
  readonly folder: string | null;
  readonly mask: string | null;
  readonly priority: Priority | null;
  readonly carrier: CarrierName | null;
  readonly conflict: Conflict | null;
  /** `paused`: it waits for the user's word; `skip`: it is not downloaded. */
  readonly start: (typeof STARTS)[number] | null;
}

/** What is known of a link when the rules are asked. */
export interface Known {
  /** Absolute http or https. */
  readonly url: string;
  /** The page that the link stood on. */
  readonly page: string | null;
  /** The file's name as far as it is known; null leaves it to the URL. */
  readonly name: string | null;
  readonly contentType: string | null;
  /** Bytes. */
  readonly size: number | null;
  /** Nothing more will be learnt: what is unknown now fits no condition. */
  readonly isFinal: boolean;
}
