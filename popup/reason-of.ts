import { WireError } from '../src/messages/send.ts';
import { words } from '../src/platform/words.ts';

/** What to tell the user about something that was thrown. The worker's own refusals are sentences already. */
export function reasonOf(fault: unknown): string {
  if (fault instanceof WireError) return fault.code === 'no-answer' ? words('popup_workerSilent') : fault.message;
  return fault instanceof Error ? fault.message : String(fault);
}
