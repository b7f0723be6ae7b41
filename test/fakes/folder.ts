import type { DownloadsPort } from '../../src/worker/downloads-port.ts';
import type { ArrivedFile } from './download-entry.ts';

/** The download folder, as the browser's list knows it. */
export class FakeFolder {
  readonly files: ArrivedFile[] = [];
  /** Which files were shown, by number. */
  readonly shown: number[] = [];
  /** Nothing in it can be deleted. */
  isLocked = false;

  port(): Pick<DownloadsPort, 'saved' | 'lastSavedTo' | 'show' | 'removeFile'> {
    return {
      saved: async id => this.files.find(file => file.id === id) ?? null,
      lastSavedTo: async path => this.files.findLast(file => file.path === path)?.id ?? null,
      show: async id => void this.shown.push(id),
      removeFile: async id => {
        const file = this.files.find(each => each.id === id);
        if (file === undefined || this.isLocked) throw new Error('It is in use');
        file.isGone = true;
      },
    };
  }
}
