/**
 * The only names from outside the language that the core may use: both are pure functions of their arguments.
 * With `lib: ["ES2024"]` everything else of a browser (and of Node) is a compile error in here.
 */
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  /** The charset that the label stands for: names in headers come in every charset, under every label. */
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}
