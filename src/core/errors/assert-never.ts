/** Makes an unhandled member of a union a type error. */
export function assertNever(value: never): never {
  throw new TypeError(`not handled: ${JSON.stringify(value)}`)
}
