import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Node 20 takes no patterns, so the test files are listed here. Paths from the root, in order. */
const TEST = /\.test\.tsx?$/;

/**
 * @param {string} root
 * @param {readonly string[]} filters parts of paths; none means all
 */
export function testFiles(root, filters) {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => TEST.test(path) && !path.startsWith('test/bench/'))
    .filter(path => filters.length === 0 || filters.some(filter => path.includes(filter)))
    .sort();
  return {
    unit: files.filter(path => !path.startsWith('test/browser/')),
    browser: files.filter(path => path.startsWith('test/browser/')),
  };
}
