const minute = 60_000

/**
 * For consecutive tasks that never reached RUNNING. AWS documents only the maximum of 27 minutes
 * (service-throttle-logic); the first steps are observed.
 */
export function startDelay(failures: number): number {
  return failures < 2 ? 0 : Math.min(27 * minute, 4 * minute * 2 ** (failures - 2))
}
