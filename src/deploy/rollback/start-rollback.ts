/**
 * Back to what served before: by StopServiceDeployment while ECS still can, and else by a deployment of that revision as
 * it is. ECS stops no completed deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */
import type { Deployment, Service } from '../../core/ecs/service.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import { denialText } from '../../core/errors/denial.js'
import { rollbackTarget } from '../../core/outcome/requested-rollback.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { restoringUpdate } from '../../core/plan/restoring-update.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { findServiceDeployment } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'
import { stopDeployment } from '../change/stop-deployment.js'
import { startDeployment } from '../change/update-service.js'
import { readCurrent } from './read-current.js'

export type StartedRollback =
  /** `ecs`: it rolls it back already, for a reason of its own */
  | { readonly kind: 'begun'; readonly by: 'stop' | 'ecs'; readonly to: string }
  | StartedDeployment
  | { readonly kind: 'no-target' }
  /** `replacedBy`: the deployment of somebody else */
  | { readonly kind: 'not-sent'; readonly why: string; readonly replacedBy: Deployment | undefined }
  | { readonly kind: 'unconfirmed'; readonly why: string }

export interface StartedDeployment {
  readonly kind: 'begun'
  readonly by: 'deployment'
  readonly to: string
  readonly tracked: Tracked
  readonly plan: ServicePlan
  /** as last read */
  readonly service: Service
}

type RollbackPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export interface RollbackSubject {
  readonly plan: ServicePlan
  readonly tracked: Tracked
  /** ECS may just have begun to roll it back itself, which a read cannot tell from a deployment of somebody else */
  readonly isRollingOut: boolean
}

export async function startRollback(
  ports: RollbackPorts,
  subject: RollbackSubject,
): Promise<StartedRollback> {
  const { isRollingOut, plan, tracked } = subject
  const to = rollbackTarget(tracked, plan)
  if (to === undefined) return { kind: 'no-target' }
  const stopped = isRollingOut ? await stopOngoing(ports, subject) : undefined
  if (stopped) return { kind: 'begun', by: stopped, to }
  const current = await readCurrent(ports, subject)
  if (current.kind === 'unread') return notSent(`what serves now could not be read: ${current.why}`)
  if (current.kind === 'replaced') return notSent('somebody else has deployed meanwhile', current.by)
  const stoppedNow = isRollingOut ? undefined : await stopOngoing(ports, subject)
  if (stoppedNow) return { kind: 'begun', by: stoppedNow, to }
  return deployPrevious(ports, subject, { service: current.service, to })
}

/** Undefined: whoever may not read or stop it deploys instead. */
async function stopOngoing(
  { clock, ecs }: RollbackPorts,
  { isRollingOut, plan, tracked }: RollbackSubject,
): Promise<'stop' | 'ecs' | undefined> {
  const find = () => attempt(() => ecs.findServiceDeployment(plan.observed.target, tracked.deploymentId))
  const isListed = (read: Awaited<ReturnType<typeof find>>) => read.kind === 'failed' || read.value
  // Just begun, it may not be listed yet.
  const times = isRollingOut ? findServiceDeployment.times : 1
  const read = await pollUntil({ ...findServiceDeployment, times }, { clock }, async () => {
    const found = await find()
    return isListed(found) ? found : undefined
  })
  if (read?.kind !== 'answered' || !read.value) return undefined
  switch (stageOf(read.value)) {
    case 'rolling-back':
    case 'rolled-back':
      return 'ecs'
    case 'ongoing':
      return (await stopDeployment(ecs, clock, read.value.arn)).kind === 'stopped' ? 'stop' : undefined
    default:
      return undefined
  }
}

async function deployPrevious(
  ports: RollbackPorts,
  { plan: deployed, tracked }: RollbackSubject,
  { service, to }: { readonly service: Service; readonly to: string },
): Promise<StartedRollback> {
  const plan = {
    ...deployed,
    observed: { ...deployed.observed, service },
    previous: tracked.taskDefinition,
    // The other settings stay as they are, and so does the desired count.
    update: restoringUpdate(deployed),
    bump: undefined,
    joins: undefined,
    decides: undefined,
  }
  const started = await startDeployment(ports, { plan, taskDefinition: to })
  switch (started.kind) {
    case 'started':
      return { kind: 'begun', by: 'deployment', to, tracked: started.tracked, plan, service: started.service }
    case 'lost':
      return { kind: 'unconfirmed', why: started.reason }
    case 'cancelled':
      return notSent('the workflow was canceled')
    case 'refused': {
      const { error } = started
      return notSent(error.kind === 'denied' ? denialText(error) : `ECS refused it: ${error.message}`)
    }
  }
}

function notSent(why: string, replacedBy?: Deployment): StartedRollback {
  return { kind: 'not-sent', why: why.trim().replace(/\.$/, ''), replacedBy }
}
