/** Epoch seconds with a fraction, as in AWS JSON 1.1. */
export function epoch(ms: number): number {
  return ms / 1000
}

/** Leaves out undefined members, as ECS does. */
export function presentMembers(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

export function optionalEpoch(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : epoch(ms)
}
