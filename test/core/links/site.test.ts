import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { siteOf } from '../../../src/core/links/site.ts';

for (const [what, url, site] of [
  ['a domain', 'https://example.com/file.zip', 'example.com'],
  ['a host of it', 'https://cdn7.eu.example.com/file.zip', 'example.com'],
  ['http', 'http://example.com/', 'example.com'],
  ['a port', 'https://example.com:8443/', 'example.com'],
  ['capitals', 'https://WWW.Example.COM/', 'example.com'],
  ['an underscore', 'https://my_files.example.com/', 'example.com'],
  ['a dot at the end', 'https://www.example.com./', 'example.com'],
  ['a public suffix of two parts', 'https://a.b.example.co.uk/', 'example.co.uk'],
  ['a rule with a star', 'https://x.a.b.ck/', 'a.b.ck'],
  ['the exception to it', 'https://x.www.ck/', 'www.ck'],
  ['a private suffix', 'https://me.github.io/', 'me.github.io'],
  ['a host below one', 'https://x.me.github.io/', 'me.github.io'],
  ['a bucket', 'https://bucket.s3.amazonaws.com/', 'bucket.s3.amazonaws.com'],
  ['a public suffix itself', 'https://co.uk/', 'co.uk'],
  ['a private suffix itself', 'https://github.io/', 'github.io'],
  ['an unknown suffix', 'https://a.files.test/', 'files.test'],
  ['a name in another script', 'https://a.食狮.公司.cn/', 'xn--85x722f.xn--55qx5d.cn'],
  ['an address', 'http://192.168.1.10/', '192.168.1.10'],
  ['another of the same network', 'http://192.168.1.11/', '192.168.1.11'],
  ['an address with a port', 'http://127.0.0.1:8080/', '127.0.0.1'],
  ['an address in another way to write it', 'http://0x7f.1/', '127.0.0.1'],
  ['an address of version 6', 'http://[2001:db8::1]:8080/', '[2001:db8::1]'],
  ['this machine', 'http://localhost:3000/', 'localhost'],
  ['a name of the local network', 'http://nas/share/file.zip', 'nas'],
] as const) {
  test(`siteOf: ${what}: ${url} → ${site}`, () => {
    assert.equal(siteOf(url), site);
  });
}

test('siteOf: a host belongs to the site that its name ends with, whatever stands before, behind and after it', () => {
  const sites = fc.constantFrom('example.com', 'example.co.uk', 'me.github.io', 'files.test');
  const hosts = fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), { maxLength: 4 });
  fc.assert(
    fc.property(sites, hosts, fc.integer({ min: 1, max: 65_535 }), fc.webPath(), (site, parts, port, path) => {
      assert.equal(siteOf(`https://${[...parts, site].join('.')}:${port}${path}`), site);
    }),
  );
});

test('siteOf: every link of the web has a site, and the site is its own', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), url => {
      const site = siteOf(url);
      const { hostname } = new URL(url);
      assert.ok(hostname === site || hostname.endsWith(`.${site}`), site);
      assert.equal(siteOf(`https://${site}/`), site);
    }),
  );
});
