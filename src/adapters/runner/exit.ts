/** Milliseconds after the end of a step in which its log is written. */
export const lingering = 3_000
export const lingeringWhenCanceled = 500

/** A call that hangs must not hold the process. */
export function exitSoon(milliseconds: number): void {
  setTimeout(() => process.exit(), milliseconds).unref()
}
