import type { LifecycleStage } from '../rules/lifecycle-stages.js'
import type { LifecycleHook } from '../state/deployment-configuration.js'
import { primaryOf, type Service } from '../state/service.js'
import type { HookRun, ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { trip } from './rollback.js'

/** Invokes functions and begins pauses. */
export function startHooks(
  world: World,
  service: Service,
  { deployment, stage }: { deployment: ServiceDeployment; stage: LifecycleStage },
): void {
  for (const hook of deployment.configuration.lifecycleHooks ?? []) {
    if (!hook.lifecycleStages.includes(stage)) continue
    if (hook.targetType === 'PAUSE') pause(world, service, { deployment, hook, stage })
    else invoke(world, service, { deployment, hook, stage })
  }
}

export function areHooksDone(deployment: ServiceDeployment, stage: LifecycleStage): boolean {
  return deployment.hooks
    .filter(run => run.stage === stage)
    .every(({ status, timeoutAction }) => {
      return status === 'SUCCEEDED' || (status === 'TIMED_OUT' && timeoutAction === 'CONTINUE')
    })
}

/** ContinueServiceDeployment */
export function answerPause(
  world: World,
  service: Service,
  { run, action }: { run: HookRun; action: 'CONTINUE' | 'ROLLBACK' },
): void {
  run.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED'
  if (action === 'CONTINUE') world.scheduleRun(service)
  else trip(world, service, { kind: 'user' })
}

type HookAtStage = {
  readonly deployment: ServiceDeployment
  readonly hook: LifecycleHook
  readonly stage: LifecycleStage
}

function pause(world: World, service: Service, { deployment, hook, stage }: HookAtStage): void {
  const { timeoutInMinutes = 1_440, action = 'ROLLBACK' } = hook.timeoutConfiguration ?? {}
  const run: HookRun = {
    hookId: `ecs-pause-${world.random.hookToken()}`,
    targetType: 'PAUSE',
    targetArn: undefined,
    stage,
    status: 'AWAITING_ACTION',
    expiresAt: world.now + timeoutInMinutes * 60_000,
    timeoutAction: action,
  }
  deployment.hooks.push(run)
  world.after(timeoutInMinutes * 60_000, () => {
    if (run.status !== 'AWAITING_ACTION' || !isStillActive(service, deployment)) return
    run.status = 'TIMED_OUT'
    if (action === 'CONTINUE') world.scheduleRun(service)
    else fail(world, service, `Service deployment rolled back because ${stage} pause hook timed out.`)
  })
}

function invoke(world: World, service: Service, { deployment, hook, stage }: HookAtStage): void {
  const target = hook.hookTargetArn ?? ''
  const { hookStatus, seconds, error } = world.lambdas.find(target)
  const run: HookRun = {
    hookId: `ecs-lambda-${world.random.hookToken()}`,
    targetType: 'AWS_LAMBDA',
    targetArn: target,
    stage,
    status: 'IN_PROGRESS',
    expiresAt: undefined,
    timeoutAction: undefined,
  }
  deployment.hooks.push(run)
  world.after(seconds * 1000, () => {
    if (!isStillActive(service, deployment)) return
    run.status = error === undefined ? (hookStatus ?? 'FAILED') : 'FAILED'
    if (run.status === 'SUCCEEDED') {
      world.scheduleRun(service)
      return
    }
    const parsing = `ECS was unable to parse the response from ${target} due to: HookStatus must not be null.`
    const returned = `Lifecycle hook target ${target} returned FAILED status.`
    failStage(world, service, { stage, detail: error ?? (hookStatus === null ? parsing : returned) })
  })
}

function isStillActive(service: Service, deployment: ServiceDeployment): boolean {
  return deployment.status === 'IN_PROGRESS' && primaryOf(service).id === deployment.targetDigits
}

/** ECS also says it of a stage of its own, without any hook (troubleshooting-blue-green). */
export function failStage(
  world: World,
  service: Service,
  { stage, detail }: { readonly stage: LifecycleStage; readonly detail: string },
): void {
  fail(world, service, `Service deployment rolled back because ${stage} lifecycle hook(s) failed. ${detail}`)
}

function fail(world: World, service: Service, reason: string): void {
  trip(world, service, { kind: 'hook', reason })
}
