/**
 * IANA name of the user's time zone. Chrome has been seen to call its own zone `Etc/Unknown`, and then to refuse that
 * name: UTC stands for it.
 */
export function zone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
