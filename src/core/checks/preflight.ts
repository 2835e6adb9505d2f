/** What a failed check does: the input `preflight`. */
import type { Check, CheckId } from './check.js'

export type Preflight = 'fail' | 'warn' | 'off'

/** What ECS would refuse anyway, and what another input decides (image-policy). */
const alwaysAllowed: ReadonlySet<CheckId> = new Set([
  'service-active',
  'controller',
  'scheduling',
  'image-moves',
  'port-balancer',
  'target-type',
])

export function applyPreflight(checks: readonly Check[], preflight: Preflight): Check[] {
  switch (preflight) {
    case 'fail':
      return [...checks]
    case 'warn':
      return checks.map(check =>
        check.result === 'refused' && !isAlwaysEnforced(check) ? { ...check, result: 'warning' } : check,
      )
    case 'off':
      return checks.filter(isAlwaysEnforced)
  }
}

function isAlwaysEnforced({ id, alwaysEnforced: firm }: Check): boolean {
  return firm === true || alwaysAllowed.has(id)
}
