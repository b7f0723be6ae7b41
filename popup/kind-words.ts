import type { FileKind } from '../src/core/links/file-kind.ts';
import type { WordKey } from '../src/platform/words.ts';

/** What the kinds of files are called where links are chosen. */
export const KIND_WORDS = {
  all: 'chooser_groupAll',
  images: 'chooser_groupImages',
  audio: 'chooser_groupAudio',
  video: 'chooser_groupVideo',
  archives: 'chooser_groupArchives',
  documents: 'chooser_groupDocuments',
  files: 'chooser_groupFiles',
  pages: 'chooser_groupPages',
} as const satisfies Record<FileKind | 'all', WordKey>;
