/**
 * Reads the service last, so that it confirms the service deployment. Roles that may not read service deployments do
 * with the service.
 */
import type { Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { ServiceDeploymentRead, WatchEffect, WatchEvent } from '../../core/watch/watch-event.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { withinPoll } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

interface PollRequest {
  readonly effect: Extract<WatchEffect, { kind: 'poll' }>
  readonly onRead: (read: ServiceDeploymentRead) => void
}

export async function poll(
  { ecs, clock, canceled }: Pick<Ports, 'ecs' | 'clock' | 'canceled'>,
  { target, tracked }: { readonly target: Target; readonly tracked: Tracked },
  { effect, onRead }: PollRequest,
): Promise<WatchEvent> {
  const requestedAt = clock.now()
  const { serviceDeployment: wanted } = effect
  let arn = typeof wanted === 'string' ? undefined : wanted.arn
  let repeats = 0
  const context = {
    clock,
    canceled,
    onRetry: () => {
      repeats++
    },
  }

  async function readServiceDeployment(): Promise<ServiceDeployment | undefined> {
    if (wanted === 'skip') return undefined
    if (arn !== undefined) return await ecs.describeServiceDeployment(arn)
    const listed = await ecs.findServiceDeployment(target, tracked.deploymentId)
    if (!listed) return undefined
    arn = listed.arn
    onRead({ serviceDeployment: { kind: 'answered', value: undefined }, serviceDeploymentArn: arn })
    // For an ongoing one the list is enough; details cost a call in the same bucket.
    return stageOf(listed) === 'ongoing' ? listed : await ecs.describeServiceDeployment(listed.arn)
  }

  const serviceDeployment = await attempt(() => retry(withinPoll, context, readServiceDeployment))
  onRead({ serviceDeployment, serviceDeploymentArn: arn })
  const service = await attempt(() => retry(withinPoll, context, () => ecs.describeService(target, 'once')))
  return {
    kind: 'polled',
    at: clock.now(),
    requestedAt,
    service,
    serviceDeployment,
    serviceDeploymentArn: arn,
    repeats,
  }
}
