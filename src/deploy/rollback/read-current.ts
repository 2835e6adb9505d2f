/** An answer proves a revision only while its deployment is the current one. */
import { type Deployment, primaryOf, type Service } from '../../core/ecs/service.js'
import { unavailableReason } from '../../core/errors/denial.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

export type Current =
  | { readonly kind: 'ours'; readonly service: Service }
  | { readonly kind: 'replaced'; readonly by: Deployment }
  | { readonly kind: 'unread'; readonly why: string }

export async function readCurrent(
  { ecs }: Pick<Ports, 'ecs'>,
  { plan, tracked }: { readonly plan: ServicePlan; readonly tracked: Tracked },
): Promise<Current> {
  const read = await attempt(() => ecs.describeService(plan.observed.target, 'retry'))
  if (read.kind === 'failed') return { kind: 'unread', why: unavailableReason(read.error) }
  const service = read.value
  const primary = service === 'missing' ? undefined : primaryOf(service)
  if (service === 'missing' || !primary) return { kind: 'unread', why: 'the service no longer exists' }
  return primary.id === tracked.deploymentId ? { kind: 'ours', service } : { kind: 'replaced', by: primary }
}
