import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

export interface Certificate {
  /** PEM texts, as `startOrigin({ tls })` takes them. */
  readonly key: string;
  readonly cert: string;
  /** The certificate's file, for a trust store. */
  readonly certFile: string;
}

/** Days that a certificate of a test is good for. */
const days = 30;

/** Makes a key and a self-signed certificate for these names and addresses, with the `openssl` command, in `dir`. */
export function selfSigned(dir: string, hosts: readonly string[]): Certificate {
  const [first] = hosts;
  if (first === undefined) throw new TypeError('a certificate needs at least one host');
  const keyFile = join(dir, 'origin-key.pem');
  const certFile = join(dir, 'origin-cert.pem');
  const names = hosts.map(host => `${isIP(host) ? 'IP' : 'DNS'}:${host}`).join(',');
  openssl([
    'req',
    '-x509',
    '-nodes',
    '-batch',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-days',
    String(days),
    '-subj',
    `/CN=${first}`,
    '-addext',
    `subjectAltName=${names}`,
    '-keyout',
    keyFile,
    '-out',
    certFile,
  ]);
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8'), certFile };
}

function openssl(args: readonly string[]): void {
  try {
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('A test over HTTPS needs the openssl command, and it is not installed.', { cause: error });
    }
    throw error;
  }
}
