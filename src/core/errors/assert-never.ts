/** Ends a `switch` over a union: a member that is not handled becomes a type error. */
export function assertNever(value: never): never {
  throw new TypeError(`not handled: ${JSON.stringify(value)}`)
}
