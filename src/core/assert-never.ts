/** Makes a `switch` over a union exhaustive: a variant that is added later is a compile error where it is not handled. */
export function assertNever(value: never): never {
  throw new Error(`A case was not handled: ${JSON.stringify(value)}`);
}
