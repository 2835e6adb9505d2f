/**
 * Back to what served before: by StopServiceDeployment while ECS still can, in a bake time, and else by a deployment of
 * that revision as it is. ECS stops no completed deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */
import type { Service } from '../../core/ecs/service.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import { denialText } from '../../core/errors/denial.js'
import { rollbackTarget } from '../../core/outcome/verification-rollback.js'
import type { VerificationRollback } from '../../core/outcome/verification-rollback-kind.js'
import type { Watched } from '../../core/outcome/watched.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { restoringUpdate } from '../../core/plan/restoring-update.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { stopDeployment } from '../change/stop-deployment.js'
import { startDeployment } from '../change/update-service.js'
import { readCurrent } from './read-current.js'

export type StartedRollback =
  | {
      readonly kind: 'begun'
      readonly by: 'stop' | 'deployment'
      readonly to: string
      readonly tracked: Tracked
      readonly plan: ServicePlan
      /** as last read */
      readonly service: Service
    }
  | Exclude<VerificationRollback, { kind: 'begun' }>

type RollbackPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export async function startRollback(ports: RollbackPorts, watched: Watched): Promise<StartedRollback> {
  const { rollout } = watched
  const to = rollbackTarget(rollout.tracked)
  if (to === undefined) return { kind: 'no-target' }
  const current = await readCurrent(ports, watched)
  if (current.kind === 'unread') return notSent(`what serves now could not be read: ${current.why}`)
  if (current.kind === 'replaced') return notSent('somebody else has deployed meanwhile')
  const { service } = current
  if (await stopOngoing(ports, watched))
    return { kind: 'begun', by: 'stop', to, tracked: rollout.tracked, plan: rollout.plan, service }
  return deployPrevious(ports, watched, { service, to })
}

/** Whoever may not read or stop it deploys instead. */
async function stopOngoing({ clock, ecs }: RollbackPorts, { rollout }: Watched): Promise<boolean> {
  const { plan, tracked } = rollout
  const read = await attempt(() => ecs.findServiceDeployment(plan.observed.target, tracked.deploymentId))
  if (read.kind === 'failed' || !read.value || stageOf(read.value) !== 'ongoing') return false
  const { arn } = read.value
  return (await stopDeployment(ecs, clock, arn)).kind === 'stopped'
}

async function deployPrevious(
  ports: RollbackPorts,
  { rollout }: Watched,
  { service, to }: { readonly service: Service; readonly to: string },
): Promise<StartedRollback> {
  const observed = { ...rollout.plan.observed, service }
  const previous = rollout.tracked.taskDefinition
  const plan = {
    ...rollout.plan,
    observed,
    previous,
    // The other settings stay as they are, and so does the desired count.
    update: restoringUpdate(rollout.plan),
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

function notSent(why: string): StartedRollback {
  return { kind: 'not-sent', why: why.trim().replace(/\.$/, '') }
}
