import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../scripts/find-chromium.mjs';

/** A network of two ends: this process on one, a browser on the other, and a cable between them that can be pulled. */
export interface Cable {
  /** The address of this end, for a server that the browser is to reach. */
  readonly address: string;
  /** A program that is Chromium at the other end. */
  readonly executable: string;
  pull(): void;
  plug(): void;
  close(): void;
}

/** Why there can be none here, or null. Network namespaces are for root. */
export function whyNoCable(): string | null {
  const tried = spawnSync('ip', ['netns', 'exec', 'longhaul-none', 'true'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'needs the `ip` command (Debian: apt-get install iproute2)';
  return process.getuid?.() === 0 ? null : 'needs root, for a network namespace';
}

/** Lays the cable. Its names and its addresses are of this process: what a killed one left stands in nobody's way. */
export function layCable(): Cable {
  const space = `longhaul-${process.pid}`;
  const [near, far] = [`lhn${process.pid}`, `lhf${process.pid}`];
  const [address, other] = addressesOf(process.pid);
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-cable-'));
  const executable = join(folder, 'chromium');
  ip('netns', 'add', space);
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', space);
  ip('addr', 'add', `${address}/30`, 'dev', near);
  ip('link', 'set', near, 'up');
  ip('-n', space, 'link', 'set', 'lo', 'up');
  const plug = (): void => {
    ip('-n', space, 'link', 'set', far, 'up');
    ip('-n', space, 'addr', 'add', `${other}/30`, 'dev', far);
    ip('-n', space, 'route', 'add', 'default', 'via', address);
  };
  plug();
  writeFileSync(executable, `#!/bin/sh\nexec ip netns exec ${space} ${findChromium()} "$@"\n`, { mode: 0o755 });
  return {
    address,
    executable,
    // The connections end at once, as with a router that restarts; else TCP would wait, and go on as if nothing had been.
    pull() {
      spawnSync('ip', ['netns', 'exec', space, 'ss', '-K', 'dst', address]);
      ip('-n', space, 'addr', 'flush', 'dev', far);
      ip('-n', space, 'link', 'set', far, 'down');
    },
    plug,
    close() {
      ip('netns', 'del', space);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two addresses of a net of four, of 10.128.0.0/9, where 2 097 152 such nets are. */
function addressesOf(process: number): [string, string] {
  const net = (process % 2 ** 21) * 4;
  const address = (host: number): string => `10.${128 + (net >> 16)}.${(net >> 8) & 255}.${(net & 255) + host}`;
  return [address(1), address(2)];
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
