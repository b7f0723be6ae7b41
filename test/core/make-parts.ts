import type { ByteRange, Version } from '../../src/core/carriers/parts.ts';
import type { Kept, PartsPlan } from '../../src/core/queue/plan.ts';
import { PARTS_PLAN } from './make-item.ts';

/** Four parts make the file of `PARTS_PLAN`. */
export const QUARTERS = [
  { first: 0, last: 8_388_607 },
  { first: 8_388_608, last: 16_777_215 },
  { first: 16_777_216, last: 25_165_823 },
  { first: 25_165_824, last: 33_554_431 },
] as const satisfies readonly ByteRange[];
type Quarter = 0 | 1 | 2 | 3;

export const VERSION: Version = { total: 33_554_432, validator: '"one"' };

/** The version's parts with these numbers, as an attempt brought them. */
export function keptOf(...numbers: readonly Quarter[]): Kept {
  return { ...VERSION, parts: numbers.map(number => ({ ...QUARTERS[number], attempt: 3 })) };
}

/** The plan of the stages with parts, or another in which these are missing. */
export function planOf(...missing: readonly Quarter[]): PartsPlan {
  const { parts } = PARTS_PLAN;
  if (parts === null) throw new Error('no plan in parts');
  return missing.length === 0 ? parts : { ...parts, missing: missing.map(number => QUARTERS[number]) };
}
