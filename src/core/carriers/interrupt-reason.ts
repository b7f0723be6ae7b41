/** Every `InterruptReason` of `chrome.downloads` (Chromium, extensions/common/api/downloads.idl). */
export const INTERRUPT_REASONS = [
  'FILE_FAILED',
  'FILE_ACCESS_DENIED',
  'FILE_NO_SPACE',
  'FILE_NAME_TOO_LONG',
  'FILE_TOO_LARGE',
  'FILE_VIRUS_INFECTED',
  'FILE_TRANSIENT_ERROR',
  'FILE_BLOCKED',
  'FILE_SECURITY_CHECK_FAILED',
  'FILE_TOO_SHORT',
  'FILE_HASH_MISMATCH',
  'FILE_SAME_AS_SOURCE',
  'NETWORK_FAILED',
  'NETWORK_TIMEOUT',
  'NETWORK_DISCONNECTED',
  'NETWORK_SERVER_DOWN',
  'NETWORK_INVALID_REQUEST',
  'SERVER_FAILED',
  'SERVER_NO_RANGE',
  'SERVER_BAD_CONTENT',
  'SERVER_UNAUTHORIZED',
  'SERVER_CERT_PROBLEM',
  'SERVER_FORBIDDEN',
  'SERVER_UNREACHABLE',
  'SERVER_CONTENT_LENGTH_MISMATCH',
  'SERVER_CROSS_ORIGIN_REDIRECT',
  'USER_CANCELED',
  'USER_SHUTDOWN',
  'CRASH',
] as const;
export type InterruptReason = (typeof INTERRUPT_REASONS)[number];

/** The words of `_locales` for what the browser says of an interruption; null where it says something else. */
export function interruptWord(detail: string): `interrupt_${InterruptReason}` | null {
  const reason = INTERRUPT_REASONS.find(each => each === detail);
  return reason === undefined ? null : `interrupt_${reason}`;
}
