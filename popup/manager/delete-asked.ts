import { signal } from '@preact/signals';
import type { ListedItem } from '../../src/messages/listing.ts';

/** The item of which the file is to be deleted, when the user is sure. */
export const deleteAsked = signal<ListedItem | null>(null);
