import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvColumns } from '../../../popup/view/csv-columns.ts';

const FILES: Record<string, string> = {
  'https://a.test/x,https://a.test/y': 'https://a.test/x\thttps://a.test/y',
  'name,url\r\n"Doe, J",https://a.test/x': 'name\turl\nDoe, J\thttps://a.test/x',
  'a;"say ""hi"""': 'a\tsay "hi"',
  'url\nhttps://a.test/1,2.zip': 'url\nhttps://a.test/1,2.zip',
  'name,url\nx,"https://a.test/1,2.zip"\n': 'name\turl\nx\thttps://a.test/1,2.zip\n',
  '': '',
};

for (const [file, columns] of Object.entries(FILES)) {
  test(`the columns of ${JSON.stringify(file)}`, () => assert.equal(csvColumns(file), columns));
}
