/** A moment as AWS JSON 1.1 carries it: seconds since the epoch, with a fraction. */
export function epoch(ms: number): number {
  return ms / 1000
}

/** Only the members that have a value: JSON has no undefined, and ECS leaves out what it does not know. */
export function presentMembers(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

export function optionalEpoch(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : epoch(ms)
}
