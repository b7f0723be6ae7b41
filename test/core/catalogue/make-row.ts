import type { CatalogueRow } from '../../../src/core/catalogue/row.ts';

/** A row of a queued item, with what a test cares for. */
export function rowWith(id: string, some: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    id,
    status: 'queued',
    name: `${id}.zip`,
    host: 'files.test',
    folder: '',
    carrier: null,
    priority: 'normal',
    place: `1${id}`,
    size: null,
    addedAt: 0,
    endedAt: null,
    group: null,
    text: `https://files.test/${id}.zip`,
    ...some,
  };
}

export function idsOf(rows: readonly CatalogueRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}
