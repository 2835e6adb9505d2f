/** With a fraction, as in AWS JSON 1.1. */
export function epoch(ms: number): number {
  return ms / 1000
}

export function optionalEpoch(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : epoch(ms)
}
