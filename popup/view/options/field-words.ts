import type { FieldName } from '../../../src/core/naming/mask.ts';
import type { WordKey } from '../../../src/platform/words.ts';

/** What each field of a mask stands for. */
export const FIELD_WORDS = {
  name: 'rules_fieldName',
  ext: 'rules_fieldExt',
  host: 'rules_fieldHost',
  domain: 'rules_fieldDomain',
  path: 'rules_fieldPath',
  title: 'rules_fieldTitle',
  text: 'rules_fieldText',
  'page.host': 'rules_fieldPageHost',
  'page.domain': 'rules_fieldPageDomain',
  date: 'rules_fieldDate',
  y: 'rules_fieldYear',
  m: 'rules_fieldMonth',
  d: 'rules_fieldDay',
  hh: 'rules_fieldHour',
  mm: 'rules_fieldMinute',
  ss: 'rules_fieldSecond',
  index: 'rules_fieldIndex',
  batch: 'rules_fieldBatch',
  type: 'rules_fieldType',
} as const satisfies Record<FieldName, WordKey>;
