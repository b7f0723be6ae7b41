import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateHost } from '../../../src/core/links/private-host.ts';

test('private hosts', () => {
  const own =
    'localhost a.localhost printer.local 127.0.0.1 127.255.0.1 10.0.0.1 192.168.1.1 172.16.0.1 172.31.255.1 169.254.169.254 0.0.0.0 100.64.0.1 [::1] [fd00::1] [fe80::1] [::ffff:7f00:1] localhost.';
  const others =
    'example.org 8.8.8.8 172.15.0.1 172.32.0.1 192.169.0.1 11.0.0.1 100.128.0.1 localhost.example.org [2001:db8::1] [::ffff:808:808] 10.example.org';
  for (const host of own.split(' ')) assert.equal(isPrivateHost(host), true, host);
  for (const host of others.split(' ')) assert.equal(isPrivateHost(host), false, host);
});
