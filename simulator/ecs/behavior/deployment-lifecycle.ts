import { type LifecycleStage, stagesOf, trafficSteps } from '../rules/lifecycle-stages.js'
import { olderThanPrimary, primaryOf, type Service, serviceDeploymentOf } from '../state/service.js'
import type { ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { areHooksDone, failStage, startHooks } from './hooks.js'
import { isRolloutComplete, isScaledUp } from './rollout-progress.js'

const shiftMs = 10_000

/** What the lifecycle stage lets the scheduler do. */
export type Gates = {
  readonly mayStart: boolean
  readonly mayStopOlder: boolean
  readonly mayComplete: boolean
}

const allOpen: Gates = { mayStart: true, mayStopOlder: true, mayComplete: true }

/** Advances as many stages as possible. */
export function advanceLifecycle(world: World, service: Service): Gates {
  const primary = primaryOf(service)
  const deployment = serviceDeploymentOf(service, primary.id)
  if (deployment?.status !== 'IN_PROGRESS') return allOpen
  const stages = stagesOf(deployment.configuration, { reconciles: deployment.sources.length > 1 })
  const [first] = stages
  if (first === undefined) return allOpen
  if (world.now < primary.beginsAt) return { mayStart: false, mayStopOlder: false, mayComplete: false }
  if (deployment.lifecycle === undefined) enterStage(world, service, { deployment, stage: first })
  while (deployment.status === 'IN_PROGRESS' && isStageOver(world, service, deployment)) {
    const next = stages[stages.indexOf(stageOf(deployment)) + 1]
    if (next === undefined) return allOpen
    enterStage(world, service, { deployment, stage: next })
  }
  const stage = stageOf(deployment)
  const isRolling = deployment.configuration.strategy === 'ROLLING'
  const cleansUp = stage === 'CLEAN_UP'
  return {
    mayStart: stages.indexOf(stage) >= stages.indexOf('SCALE_UP'),
    mayStopOlder: isRolling || cleansUp,
    mayComplete: cleansUp,
  }
}

function stageOf({ lifecycle }: ServiceDeployment): LifecycleStage {
  if (lifecycle === undefined) throw new Error('a deployment without stages has none')
  return lifecycle.stage
}

function enterStage(
  world: World,
  service: Service,
  { deployment, stage }: { deployment: ServiceDeployment; stage: LifecycleStage },
): void {
  deployment.lifecycle = { stage, step: 0, overAt: undefined }
  deployment.updatedAt = world.now
  startHooks(world, service, { deployment, stage })
  const { bakeTimeInMinutes } = deployment.configuration
  if (stage === 'TEST_TRAFFIC_SHIFT') {
    const { shiftError } = world.targetGroups
    if (shiftError !== undefined) failStage(world, service, { stage, detail: shiftError })
    if (deployment.status !== 'IN_PROGRESS') return
    deployment.testWeight = 100
    holdStage(world, service, { deployment, ms: shiftMs })
  }
  if (stage === 'PRODUCTION_TRAFFIC_SHIFT') shiftStep(world, service, deployment)
  if (stage === 'BAKE_TIME') holdStage(world, service, { deployment, ms: bakeTimeInMinutes * 60_000 })
}

function holdStage(
  world: World,
  service: Service,
  { deployment, ms }: { deployment: ServiceDeployment; ms: number },
): void {
  world.after(ms, () => world.scheduleRun(service, 0))
  if (deployment.lifecycle !== undefined) deployment.lifecycle.overAt = world.now + ms
}

/** Then the step's bake time starts. */
function shiftStep(world: World, service: Service, deployment: ServiceDeployment): void {
  const { lifecycle } = deployment
  const steps = trafficSteps(deployment.configuration)
  const step = steps[lifecycle?.step ?? 0]
  if (lifecycle === undefined || step === undefined) return
  deployment.productionWeight = step.weight
  const ms = shiftMs + step.bakeMinutes * 60_000
  lifecycle.step += 1
  if (lifecycle.step === steps.length) {
    holdStage(world, service, { deployment, ms })
    return
  }
  world.after(ms, () => {
    if (deployment.status === 'IN_PROGRESS' && deployment.lifecycle === lifecycle)
      shiftStep(world, service, deployment)
  })
}

function isStageOver(world: World, service: Service, deployment: ServiceDeployment): boolean {
  const { lifecycle, configuration } = deployment
  if (lifecycle === undefined || !areHooksDone(deployment, lifecycle.stage)) return false
  const primary = primaryOf(service)
  switch (lifecycle.stage) {
    case 'RECONCILE_SERVICE':
      return isReconciled(world, service)
    case 'SCALE_UP':
      return configuration.strategy === 'ROLLING'
        ? isRolloutComplete(world, service, primary)
        : isScaledUp(world, service, { primary, healthyTasks: service.desiredCount })
    case 'TEST_TRAFFIC_SHIFT':
    case 'PRODUCTION_TRAFFIC_SHIFT':
    case 'BAKE_TIME':
      return lifecycle.overAt !== undefined && world.now >= lifecycle.overAt
    case 'CLEAN_UP':
      return false
    default:
      return true
  }
}

/** Superseded deployments that never completed have no tasks left. */
function isReconciled(world: World, service: Service): boolean {
  const superseded = olderThanPrimary(service).filter(({ everCompleted }) => !everCompleted)
  const ids = new Set(superseded.map(({ id }) => id))
  return world
    .tasksOf(service)
    .every(task => task.lastStatus === 'STOPPED' || !ids.has(task.deploymentId ?? ''))
}
