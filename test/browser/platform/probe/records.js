/** How long a record may take to say what it has; one that is still silent is pending. Milliseconds. */
const PATIENCE = 500;

/**
 * What can be read of a registration's records now, in the order of their URLs.
 *
 * @param {BackgroundFetchRegistration} registration
 */
export async function readRecords(registration) {
  const records = await registration.matchAll();
  const found = await Promise.all(records.map(readRecord));
  return found.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** @param {BackgroundFetchRecord} record */
async function readRecord({ request, responseReady }) {
  const { url } = request;
  const unread = { url, status: 0, contentRange: /** @type {string | null} */ (null), size: 0, sha256: '', error: '' };
  try {
    const response = await Promise.race([responseReady, silence()]);
    if (response === null) return { ...unread, state: /** @type {const} */ ('pending') };
    const blob = await response.blob();
    const { status, headers } = response;
    const sha256 = await sha256Of(blob);
    const contentRange = headers.get('content-range');
    return { ...unread, state: /** @type {const} */ ('ready'), status, contentRange, size: blob.size, sha256 };
  } catch (error) {
    return { ...unread, state: /** @type {const} */ ('rejected'), error: String(error) };
  }
}

/** @returns {Promise<null>} */
function silence() {
  return new Promise(resolve => setTimeout(() => resolve(null), PATIENCE));
}

/** @param {Blob} blob */
export async function sha256Of(blob) {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
