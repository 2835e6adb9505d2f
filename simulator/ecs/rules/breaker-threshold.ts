import type { Threshold } from '../state/deployment-configuration.js'

/**
 * deployment-circuit-breaker: "rounded up", bounds 3 and 200. Rounding up for UNBOUNDED_PERCENT is inferred.
 */
export function breakerThreshold(threshold: Threshold, desired: number): number {
  const share = Math.ceil((threshold.value * desired) / 100)
  switch (threshold.type) {
    case 'COUNT':
      return threshold.value
    case 'BOUNDED_PERCENT':
      return Math.min(200, Math.max(3, share))
    case 'UNBOUNDED_PERCENT':
      return Math.max(1, share)
  }
}
