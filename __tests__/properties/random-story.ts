/** Makes a world by its description, and lets happen in it what is to happen. */
import { autoScale, resourceIdOf } from '../../simulator/ecs/behavior/auto-scaling.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import { primaryOf, serviceDeploymentOf } from '../../simulator/ecs/state/service.js'
import type { World } from '../../simulator/ecs/world.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  register,
  replayHistory,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import type { Story } from '../support/play.js'
import type { Act, RandomWorld, TaskBehavior } from './random-world.js'
import { WorldRecord, webOf } from './world-record.js'

const good = 'd3c0ffe'
const bad = 'badf00d'
const web = { cluster, service: 'web' }

export interface RandomStory {
  readonly story: Story
  readonly record: WorldRecord
}

export function makeStory(random: RandomWorld): RandomStory {
  const record = new WorldRecord(oldestRead(random))
  const { seed, settings, faults, cancelAfter } = random
  const story: Story = {
    seed,
    settings,
    faults,
    files,
    inputs: {
      ...inputs,
      ...random.inputs,
      // ECR would know, and the story is about what ECS makes of it.
      ...(random.behavior.kind === 'image-missing' && { preflight: 'warn' }),
    },
    idleFaults: 'allowed',
    post: 'follows',
    ...(cancelAfter === undefined ? {} : { cancelAfter: cancelAfter * 1000 }),
    setUp: world => setUp(world, random, record),
    meanwhile: () => record.pause(),
    onAnswered: (world, request) => record.answered(world, request),
    onUngroup: world => record.close(world),
  }
  return { story, record }
}

/** Milliseconds; polls are less than half a minute apart. */
function oldestRead({ faults, settings }: RandomWorld): number {
  const isReplayed = faults.some(({ kind }) => kind === 'replayed-response')
  return (settings.staleReadsMs ?? 0) + (isReplayed ? 30_000 : 0)
}

function setUp(world: World, random: RandomWorld, record: WorldRecord): void {
  const today = world.now
  const { inFlight } = random
  world.images.add(imageOf(good), workingSoftware)
  world.images.add(imageOf(bad), { ...workingSoftware, exitsAfterSeconds: 1 })
  replayHistory(world, {
    desiredCount: random.desiredCount,
    until: today - (inFlight?.ago ?? 0) * 1000,
    service: {
      deploymentConfiguration: { deploymentCircuitBreaker: random.breakerBefore },
      ...(random.loadBalanced
        ? { healthCheckGracePeriodSeconds: random.graceSeconds }
        : { loadBalancers: [] }),
    },
  })
  if (random.previousBroken) {
    world.images.add(imageOf('1f3c9e0'), { ...workingSoftware, exitsAfterSeconds: 1 })
  }
  if (inFlight) {
    perform(world, { kind: inFlight.kind, at: 0, count: 0 }, random.desiredCount)
    world.advanceTo(today)
  }
  const software = softwareOf(world, random.behavior)
  if (software) world.images.add(imageOf(commit), software)
  if (random.acts.some(({ kind }) => kind === 'auto-scale')) {
    world.scalableTargets.register({ resourceId: resourceIdOf(webOf(world)), min: 0, max: 12 }, today)
  }
  record.begin(world)
  for (const act of random.acts) {
    world.after(act.at * 1000, () => record.act(world, act, () => perform(world, act, random.desiredCount)))
  }
}

function softwareOf(world: World, behavior: TaskBehavior): Software | undefined {
  switch (behavior.kind) {
    case 'good':
      return workingSoftware
    case 'crash-at-start':
      return { ...workingSoftware, exitsAfterSeconds: 1 }
    case 'crash-later':
      return { ...workingSoftware, exitsAfterSeconds: behavior.seconds }
    case 'out-of-memory':
      return { ...workingSoftware, exitsAfterSeconds: behavior.seconds, outOfMemory: true }
    case 'sick-later':
      return { ...workingSoftware, unhealthyAfterSeconds: behavior.seconds }
    case 'slow':
      return { ...workingSoftware, startSeconds: behavior.seconds }
    case 'never-healthy':
      return { ...workingSoftware, listens: {}, containerHealthCheckPasses: false }
    case 'image-missing':
      return undefined
    case 'mixed':
      return new DicedSoftware(world, behavior.chance, behavior.seconds)
  }
}

/** The world asks once a task when it will exit: each task throws the dice for itself. */
class DicedSoftware implements Software {
  readonly pullSeconds = 12
  readonly startSeconds = 4
  readonly listens = workingSoftware.listens as NonNullable<Software['listens']>
  readonly #throwDice: () => number

  constructor(world: World, chance: number, seconds: number) {
    this.#throwDice = () => (world.random.next() < chance ? seconds : Number.POSITIVE_INFINITY)
  }

  get exitsAfterSeconds() {
    return this.#throwDice()
  }
}

function perform(world: World, { kind, count }: Act, initialCount: number): void {
  const service = webOf(world)
  switch (kind) {
    case 'deploy-good':
    case 'deploy-bad':
      register(world, kind === 'deploy-good' ? good : bad)
      call(world, 'UpdateService', { ...web, taskDefinition: 'web' })
      return
    case 'deploy-previous':
      call(world, 'UpdateService', { ...web, taskDefinition: 'web:7' })
      return
    case 'force':
      call(world, 'UpdateService', { ...web, forceNewDeployment: true })
      return
    case 'scale':
      call(world, 'UpdateService', { ...web, desiredCount: count })
      return
    case 'scale-back':
      call(world, 'UpdateService', { ...web, desiredCount: initialCount })
      return
    case 'auto-scale':
      if (service.status === 'ACTIVE') autoScale(world, service, count)
      return
    case 'stop-deployment': {
      const deployment = serviceDeploymentOf(service, primaryOf(service).id)
      if (deployment) call(world, 'StopServiceDeployment', { serviceDeploymentArn: deployment.arn })
      return
    }
    case 'stop-task': {
      const [task] = world.tasksOf(service).filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
      if (task) call(world, 'StopTask', { cluster, task: task.arn })
      return
    }
    case 'delete':
      call(world, 'DeleteService', { ...web, force: true })
  }
}
