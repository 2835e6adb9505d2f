const minute = 60_000

/**
 * How long the scheduler waits before it starts the next task, after so many in a row that never reached RUNNING.
 * AWS documents only that the delay grows up to 27 minutes (service-throttle-logic); the first steps are those observed.
 */
export function startDelay(failures: number): number {
  return failures < 2 ? 0 : Math.min(27 * minute, 4 * minute * 2 ** (failures - 2))
}
