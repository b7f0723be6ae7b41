import { siteOf } from '../links/site.ts';
import { decodeUnnamed, unescapePercent, USUAL_CHARSET } from './charset.ts';
import { extensionOf } from './extension.ts';
import type { FieldName } from './mask.ts';
import { safeName } from './safe-name.ts';
import type { WallClock } from './wall-clock.ts';

/** What is known of a file when it is named. Texts may be a stranger's. */
export interface MaskValues {
  /** The name, with its extension, that the file would have without a mask. */
  readonly name: string;
  readonly url: string;
  /** URL of the page with the link. */
  readonly page: string | null;
  /** Of the page. */
  readonly title: string | null;
  /** Of the link. */
  readonly text: string | null;
  readonly contentType: string | null;
  /** Of the file among those that are sent together, from 1. */
  readonly index: number;
  /** Of those that are sent together, among all that ever were. */
  readonly batch: number;
  readonly at: WallClock;
}

/** UTF-16 units. Far more than any path has room for, so that no title makes work. */
const LONGEST_VALUE = 1024;

/** The name without a mask, made safe: it also stands in where a mask yields none. */
export function plainName({ name }: MaskValues): string {
  return safeName(name) ?? 'download';
}

/** What a field stands for; '' where it is not known. A slash is between folders in `path`; elsewhere it means nothing. */
export function valueOf(field: FieldName, values: MaskValues): string {
  const { at } = values;
  switch (field) {
    case 'name':
      return stemOf(plainName(values));
    case 'ext':
      return extensionOf(plainName(values)).slice(1);
    case 'host':
      return hostOf(values.url);
    case 'domain':
      return domainOf(values.url);
    case 'path':
      return foldersOf(values.url);
    case 'title':
      return inOneLine(values.title);
    case 'text':
      return inOneLine(values.text);
    case 'page.host':
      return hostOf(values.page);
    case 'page.domain':
      return domainOf(values.page);
    case 'date':
      return `${padded(at.y, 4)}-${padded(at.m, 2)}-${padded(at.d, 2)}`;
    case 'y':
      return padded(at.y, 4);
    case 'm':
    case 'd':
    case 'hh':
    case 'mm':
    case 'ss':
      return padded(at[field], 2);
    case 'index':
    case 'batch':
      return `${values[field]}`;
    case 'type':
      return /^\s*([a-z][a-z\d.+-]*)\//i.exec(values.contentType ?? '')?.[1]?.toLowerCase() ?? '';
  }
}

function padded(number: number, digits: number): string {
  return `${number}`.padStart(digits, '0');
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : '';
}

function domainOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? siteOf(url) : '';
}

/** The folders of the URL's path, decoded one by one: a slash that was encoded is none. */
function foldersOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const folders = new URL(url).pathname.split('/').slice(1, -1);
  const decoded = folders.map(folder => decodeUnnamed(unescapePercent(folder), USUAL_CHARSET).replace(/[/\\]/g, '_'));
  return decoded
    .filter(folder => folder !== '')
    .join('/')
    .slice(0, LONGEST_VALUE);
}

/** Titles are as they stand in the page's source: with line ends, and rows of spaces. */
function inOneLine(text: string | null): string {
  return (text ?? '').slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim();
}
