/** Worlds in which a deployment does not get through, each for one reason that the world itself knows. */
import fc from 'fast-check'
import { stopTask } from '../../simulator/ecs/behavior/task-stop.js'
import type { Settings } from '../../simulator/ecs/settings.js'
import { isPending } from '../../simulator/ecs/state/task.js'
import { imageOf, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import type { Played } from '../support/play.js'
import { type StoryOverrides, update, webOf } from '../support/web-stories.js'
import {
  hasOld,
  hook,
  interrupted,
  isBehind,
  isFull,
  older,
  ours,
  shifting,
  stopping,
  withSidecar,
} from './stuck-stories.js'

interface Cause {
  readonly story: (stuck: Stuck) => StoryOverrides
  /** at the end, in the world */
  readonly holds: (played: Played) => boolean
  /** operations that show it, besides DescribeServices */
  readonly shownBy: readonly string[]
  readonly why: RegExp
  /** none: no class fits */
  readonly as: readonly string[]
}

export interface Stuck {
  readonly cause: CauseName
  readonly seed: number
  readonly desiredCount: number
  readonly drainSeconds: number
  readonly minutes: number
  readonly breaker: string
  readonly onTimeout: string
  readonly settings: Partial<Settings>
  /** operations that the role may not call */
  readonly denied: readonly string[]
}

const serviceDeployments = ['ListServiceDeployments', 'DescribeServiceDeployments']
const tasks = ['ListTasks', 'DescribeTasks']

const protection: Cause = {
  story: () => ({
    also: world => {
      for (const task of world.tasksOf(webOf(world))) task.protectedUntil = world.now + 7_200_000
    },
  }),
  holds: hasOld,
  shownBy: [],
  why: /under scale-in protection/,
  as: ['placement'],
}

const noRoom: Cause = {
  story: ({ desiredCount }) => ({
    also: world => {
      const maximumPercent = Math.ceil((100 * (desiredCount + 1)) / desiredCount) - 1
      const deploymentConfiguration = { minimumHealthyPercent: 100, maximumPercent }
      world.after(20_000, () => update(world, { deploymentConfiguration }))
    },
    settings: { rolloutStartMs: 30_000 },
  }),
  holds: isBehind,
  shownBy: [],
  why: /may neither stop an old task nor start a new one/,
  as: ['placement'],
}

const stops = (story: StoryOverrides, why: RegExp, as: string): Cause => ({
  story: () => story,
  holds: isBehind,
  shownBy: tasks,
  why,
  as: [as],
})

export const causes = {
  protection,
  'no-room': noRoom,
  spot: stops(interrupted('spot'), /interrupted by Spot/, 'placement'),
  retirement: stops(interrupted('retirement'), /retired for maintenance/, 'placement'),
  host: stops(interrupted('host-failure'), /lost with a host/, 'placement'),
  person: stops(
    stopping((world, task) =>
      stopTask(world, task, { code: 'UserInitiated', reason: 'Task stopped by user' }),
    ),
    /stopped by a person or a program/,
    'other',
  ),
  'group-gone': {
    story: () => ({ also: world => world.after(20_000, () => world.targetGroups.remove(targetGroupArn)) }),
    holds: () => true,
    shownBy: [],
    why: /cannot register the tasks in target group web-prod/,
    as: ['health-check'],
  },
  'dependency-exit': {
    story: () => ({
      ...withSidecar({}, 'SUCCESS'),
      also: world => world.images.add(imageOf('broken'), { exitsAfterSeconds: 2, exitCode: 3 }),
    }),
    holds: ({ world }) => ours(world).some(isPending),
    shownBy: tasks,
    why: /container side, which others depend on, exited with code 3/,
    as: ['container-exit'],
  },
  'dependency-sick': {
    story: () => ({
      ...withSidecar({ healthCheck: { command: ['CMD', 'true'], interval: 5, retries: 2 } }, 'HEALTHY'),
      also: world => world.images.add(imageOf('broken'), { containerHealthCheckPasses: false }),
    }),
    holds: ({ world }) =>
      ours(world).some(
        task => isPending(task) && task.containers.some(({ health }) => health === 'UNHEALTHY'),
      ),
    shownBy: tasks,
    why: /container side, which others depend on, is unhealthy/,
    as: ['health-check'],
  },
  bake: {
    story: () => ({ inputs: { 'bake-time-minutes': '60' } }),
    holds: played => isFull(played) && !hasOld(played),
    shownBy: [],
    why: /the bake time of 60 minutes lasts until/,
    as: ['time-limit'],
  },
  'blue-green-bake': {
    story: stuck => shifting(stuck, { bakeTimeInMinutes: 60 }),
    holds: ({ world }) => webOf(world).serviceDeployments.at(-1)?.lifecycle?.stage === 'BAKE_TIME',
    shownBy: serviceDeployments,
    why: /the bake time of 60 minutes lasts until/,
    as: ['time-limit'],
  },
  drain: {
    story: () => ({ history: { targetGroup: { deregistrationDelaySeconds: 3600 } } }),
    holds: played => older(played.world).some(({ lastStatus }) => lastStatus === 'DEACTIVATING'),
    shownBy: [],
    why: /still stopping: the load balancer drains/,
    as: ['time-limit'],
  },
  hook: {
    story: stuck => shifting(stuck, { lifecycleHooks: [hook] }),
    holds: ({ world }) =>
      webOf(world)
        .serviceDeployments.at(-1)
        ?.hooks.some(({ status }) => status === 'IN_PROGRESS') === true,
    shownBy: serviceDeployments,
    why: /lifecycle hook arn:aws:lambda:\S+:smoke-test is in progress since/,
    as: ['lifecycle-hook'],
  },
  capacity: {
    story: () => ({
      also: world => {
        world.capacity.available = false
      },
    }),
    holds: isBehind,
    shownBy: [],
    why: /could not place a task/,
    as: ['placement'],
  },
  provisioning: {
    story: () => ({ settings: { provisioningMs: 3_600_000 } }),
    holds: ({ world }) => ours(world).some(isPending),
    shownBy: tasks,
    why: /they are in PROVISIONING/,
    as: ['placement'],
  },
  'slow-pull': {
    story: () => ({ software: { pullSeconds: 3600 } }),
    holds: ({ world }) => ours(world).some(isPending),
    shownBy: [],
    why: /tasks are still starting/,
    as: ['time-limit'],
  },
  'slow-start': {
    story: () => ({
      software: { startSeconds: 3600 },
      history: { service: { healthCheckGracePeriodSeconds: 7200 } },
    }),
    holds: isFull,
    shownBy: ['DescribeTargetHealth'],
    why: /targets? of the load balancer (?:is|are) unhealthy/,
    as: ['health-check'],
  },
  sick: {
    story: () => ({ software: { listens: {} } }),
    holds: ({ world }) => ours(world).some(({ stoppedReason }) => /health checks/.test(stoppedReason ?? '')),
    shownBy: tasks,
    why: /failed the load balancer health check/,
    as: ['health-check'],
  },
  crash: {
    story: () => ({ software: { exitsAfterSeconds: 1, exitCode: 3 } }),
    holds: ({ world }) => ours(world).some(({ stopCode }) => stopCode === 'EssentialContainerExited'),
    shownBy: tasks,
    why: /exit(?:ed with)? code 3/,
    as: ['container-exit'],
  },
} as const satisfies Readonly<Record<string, Cause>>

type CauseName = keyof typeof causes

export function causeOf({ cause }: Stuck): Cause {
  return causes[cause]
}

export const stuckWorld: fc.Arbitrary<Stuck> = fc.record({
  cause: fc.constantFrom(...(Object.keys(causes) as CauseName[])),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  desiredCount: fc.integer({ min: 1, max: 5 }),
  drainSeconds: fc.constantFrom(10, 30, 120),
  minutes: fc.integer({ min: 5, max: 9 }),
  breaker: fc.constantFrom('keep', 'keep', 'stop', 'rollback'),
  onTimeout: fc.constantFrom('fail', 'fail', 'rollback'),
  settings: fc.record(
    {
      staleReadsMs: fc.constantFrom(0, 5_000),
      listLagMs: fc.constantFrom([0, 0], [1_000, 3_000], [30_000, 60_000]),
      countExitAfterRunning: fc.boolean(),
      breakerFires: fc.constantFrom(true, true, false),
    },
    { requiredKeys: [] },
  ),
  denied: fc.constantFrom([], [], [], serviceDeployments, tasks, ['DescribeTargetHealth']),
})

export function stuckStory(stuck: Stuck): StoryOverrides {
  const { denied, desiredCount, drainSeconds, seed } = stuck
  const { history, inputs, settings, ...story } = causeOf(stuck).story(stuck)
  return {
    ...story,
    seed,
    idleFaults: 'allowed',
    faults: denied.length > 0 ? [{ kind: 'access-denied', operations: denied }] : [],
    settings: { ...stuck.settings, ...settings },
    history: { desiredCount, targetGroup: { deregistrationDelaySeconds: drainSeconds }, ...history },
    inputs: {
      'wait-for-minutes': String(stuck.minutes),
      'circuit-breaker': stuck.breaker,
      'on-timeout': stuck.onTimeout,
      'image-policy': 'any',
      preflight: 'warn',
      ...inputs,
    },
  }
}
