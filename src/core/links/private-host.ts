/**
 * Whether an address lies in the user's own machine or network. A public page has little reason to link there, and
 * a request would carry the user's cookies to a router or a printer. `hostname` as `URL` writes it.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local') || host.endsWith('.internal')) {
    return true;
  }
  if (host.startsWith('[')) return isPrivateIPv6(host.slice(1, -1));
  const parts = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host);
  return parts !== null && isPrivateIPv4(Number(parts[1]), Number(parts[2]));
}

function isPrivateIPv4(first: number, second: number): boolean {
  if (first === 0 || first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second <= 127;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second <= 31;
  return first === 192 && second === 168;
}

/** Loopback, link-local, unique local, and IPv4 in IPv6, which `URL` writes as `::ffff:7f00:1`. */
function isPrivateIPv6(address: string): boolean {
  const mapped = /^::ffff:([\da-f]{1,4}):[\da-f]{1,4}$/.exec(address);
  if (mapped !== null) {
    const high = Number.parseInt(mapped[1] ?? '', 16);
    return isPrivateIPv4(high >> 8, high & 255);
  }
  return address === '::1' || address === '::' || /^f[cd]/.test(address) || /^fe[89ab]/.test(address);
}
