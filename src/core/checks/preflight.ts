/** What a failed check does: the input `preflight`. */
import type { Check, CheckId } from './check.js'

export type Preflight = 'fail' | 'warn' | 'off'

/** What ECS would refuse anyway, and what another input decides (image-policy). */
const beyond: ReadonlySet<CheckId> = new Set([
  'service-active',
  'controller',
  'scheduling',
  'image-moves',
  'port-host',
  'port-balancer',
  'target-type',
  'health-check',
])

export function obey(checks: readonly Check[], preflight: Preflight): Check[] {
  switch (preflight) {
    case 'fail':
      return [...checks]
    case 'warn':
      return checks.map(check =>
        check.result === 'refused' && !isFirm(check) ? { ...check, result: 'warning' } : check,
      )
    case 'off':
      return checks.filter(isFirm)
  }
}

function isFirm({ id, firm }: Check): boolean {
  return firm === true || beyond.has(id)
}
