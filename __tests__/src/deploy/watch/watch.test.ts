import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { watch } from '../../../../src/deploy/watch/watch.js'
import type { Ecs } from '../../../../src/ports.js'
import { idlePorts } from '../../../support/idle-ports.js'
import { aPlan, aRevision, aTracked, serving } from '../../../support/rollout-builders.js'
import {
  aDeployment,
  anEvent,
  aService,
  aServiceDeployment,
  thePrevious,
} from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'
import { aContainer, aStoppedTask, aTask, taskArn } from '../../../support/task-builders.js'
import { noFailFast } from '../../../support/watch-builders.js'
import { watchOne } from '../../../support/watch-one.js'

const secret = 'hunter2-hunter2'

/** A first deployment that has failed, and says the secret wherever ECS could. */
const failing: Ecs = aStubEcs({
  describeService: async () =>
    aService({
      deployments: [aDeployment({ rolloutState: 'FAILED' })],
      events: [anEvent(`(service web) was unable to start: exec --token=${secret}.`)],
    }),
  findServiceDeployment: async () => aServiceDeployment({ status: 'ROLLBACK_FAILED' }),
  describeServiceDeployments: async () => [
    aServiceDeployment({ status: 'ROLLBACK_FAILED', statusReason: `because of ${secret}` }),
  ],
  listTasks: async () => [taskArn('3e7a1395')],
  describeTasks: async () => [
    aStoppedTask({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'x',
      containers: [aContainer({ reason: `CannotStartContainerError: exec: "--token=${secret}": not found` })],
    }),
  ],
})

const noAlarms = { describe: async () => new Map() }
const { loadBalancers: noLoadBalancers } = idlePorts

test('a secret that ECS quotes appears in no line and no report', async () => {
  const lines: string[] = []
  const plan = aPlan({
    revision: aRevision({
      definition: {
        family: 'web',
        containerDefinitions: [
          { name: 'app', image: 'web:8', command: ['serve', `--token=${secret}`, secret] },
        ],
      },
    }),
  })
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const { result, rollout, notices } = await watchOne(
    {
      ecs: failing,
      clock,
      canceled: new AbortController().signal,
      loadBalancers: noLoadBalancers,
      alarms: noAlarms,
    },
    {
      plan,
      options: { ...noFailFast, failFastAfter: 3 },
      log: line => lines.push(line),
    },
  )
  const { plan: _, ...reported } = rollout
  expect(JSON.stringify([lines, result, reported, notices])).not.toContain('hunter2')
  expect(lines).toStrictEqual([
    '   0:00  the service was unable to start: exec ***',
    '   0:00  task 3e7a1395 failed: CannotStartContainerError: exec: "***": not found',
    '   0:00  in the AWS console: https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments/NCWGC2ZR-taawPAYrIaU5?region=eu-west-1',
    '   0:00  web:8 failed',
    '   0:00  web:8 0 running of 2',
  ])
  expect(result).toEqual({ kind: 'failed', running: 0, reason: 'because of ***' })
})

test('a result stays when the workflow is canceled, and reads for the report are not awaited', async () => {
  const workflow = new AbortController()
  const completed = aDeployment({ rolloutState: 'COMPLETED', runningCount: 2 })
  const task = aTask({ startedAt: -60_000 })
  const successful = aServiceDeployment({ status: 'SUCCESSFUL', finishedAt: -20_000 })
  const { result, rollout } = await watchOne(
    {
      ecs: aStubEcs({
        describeService: async () => aService({ deployments: [completed] }),
        findServiceDeployment: async () => successful,
        describeServiceDeployments: async () => [successful],
        listTasks: async (_, which) => (which === 'stopped' ? [] : [taskArn('3e7a1395')]),
        describeTasks: async () => [task],
      }),
      clock: { now: () => 0, sleep: async () => {}, random: () => 0 },
      canceled: workflow.signal,
      loadBalancers: {
        ...noLoadBalancers,
        targetHealth: () => {
          workflow.abort()
          return new Promise(() => {})
        },
      },
      alarms: noAlarms,
    },
    {
      options: { ...noFailFast, failFastAfter: 3 },
    },
  )
  expect(result).toEqual({ kind: 'succeeded', running: 2, completedAt: -20_000 })
  expect(rollout.serving).toStrictEqual(serving('web:8'))
})

const crashed = ['3e7a1395', '5e1c383c', '6a127288'].map(id =>
  aStoppedTask({
    arn: taskArn(id),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'exited',
    createdAt: 0,
  }),
)

test('a failing deployment is stopped before target health and alarms are read', async () => {
  const requested: string[] = []
  const ongoing = aServiceDeployment({ status: 'IN_PROGRESS', triggeredAlarms: ['web-5xx'] })
  let now = 0
  await watchOne(
    {
      ecs: aStubEcs({
        describeService: async () =>
          aService({ deployments: [aDeployment({ failedTasks: 3 }), thePrevious()] }),
        findServiceDeployment: async () => ongoing,
        describeServiceDeployments: async () => [ongoing],
        listTasks: async (_, which) => (which === 'stopped' ? crashed.map(({ arn }) => arn) : []),
        describeTasks: async (_, arns) => crashed.filter(({ arn }) => arns.includes(arn)),
        stopServiceDeployment: async () => void requested.push('StopServiceDeployment'),
      }),
      clock: {
        now: () => now,
        sleep: async ms => {
          now += ms
        },
        random: () => 0,
      },
      canceled: new AbortController().signal,
      loadBalancers: {
        ...noLoadBalancers,
        targetHealth: async () => {
          requested.push('DescribeTargetHealth')
          return []
        },
      },
      alarms: {
        describe: async () => {
          requested.push('DescribeAlarms')
          return new Map()
        },
      },
    },
    {
      tracked: aTracked({ startedAt: 0 }),
      options: { ...noFailFast, minutes: 1, failFastAfter: 3 },
    },
  )
  expect(requested.slice(0, 3)).toStrictEqual([
    'StopServiceDeployment',
    'DescribeTargetHealth',
    'DescribeAlarms',
  ])
})

/** An event every few polls that finds no room for a task, and what becomes of the watch after four minutes. */
function crowded(answers: 'goes on' | 'is denied', now: () => number): Ecs {
  const events = () =>
    Array.from({ length: Math.floor(now() / 25_000) }, (_, nth) =>
      anEvent(
        '(service web) was unable to place a task because no container instance met all of its requirements.',
        {
          id: `e${nth}`,
        },
      ),
    ).reverse()
  return aStubEcs({
    describeService: async () => {
      if (answers === 'is denied' && now() > 215_000)
        throw new ApiError({ kind: 'denied', operation: 'ecs:DescribeServices', code: 'x', message: 'no' })
      return aService({ deployments: [aDeployment(), thePrevious()], events: events() })
    },
  })
}

test.each([
  {
    name: 'the wait is over',
    answers: 'goes on',
    kind: 'timed-out',
    cancelAt: Number.POSITIVE_INFINITY,
  },
  {
    name: 'access is lost',
    answers: 'is denied',
    kind: 'unknown',
    cancelAt: Number.POSITIVE_INFINITY,
  },
  { name: 'the workflow is cancelled', answers: 'goes on', kind: 'cancelled', cancelAt: 160_000 },
] as const)(
  '$name: what was said again and again is counted to the end',
  async ({ answers, kind, cancelAt }) => {
    const workflow = new AbortController()
    const lines: string[] = []
    let now = 0
    const { result, rollout } = await watchOne(
      {
        ecs: crowded(answers, () => now),
        clock: {
          now: () => now,
          sleep: async ms => {
            now += ms
            if (now >= cancelAt) workflow.abort()
          },
          random: () => 0,
        },
        canceled: workflow.signal,
        loadBalancers: noLoadBalancers,
        alarms: noAlarms,
      },
      {
        tracked: aTracked({ startedAt: 0 }),
        options: { ...noFailFast, minutes: 5, failFastAfter: 3 },
        log: line => lines.push(line),
      },
    )
    expect(result.kind).toBe(kind)
    const logged = rollout.timeline.flatMap(({ event: news }) =>
      news?.kind === 'repeated' ? news.times : [],
    )
    expect(logged.at(-1)).toBe(rollout.unplaced?.times)
    expect(lines.filter(line => line.includes('again: '))).toHaveLength(logged.length)
    expect(new Set(logged).size).toBe(logged.length)
  },
)

test('several deployments are watched by one loop, each to its own end', async () => {
  let now = 0
  const ends = new Map([
    ['api', 60_000],
    ['web', 120_000],
    ['worker', 90_000],
  ])
  const polled: string[] = []
  const ecs = aStubEcs({
    async describeService({ service }) {
      polled.push(service)
      const isCompleted = now >= (ends.get(service) ?? 0)
      return aService({
        deployments: [aDeployment(isCompleted ? { rolloutState: 'COMPLETED', runningCount: 2 } : {})],
      })
    },
    listTasks: async (_, which) => (which === 'stopped' ? [] : [taskArn('3e7a1395')]),
    describeTasks: async () => [aTask()],
  })
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
    random: () => 0.5,
  }
  const requests = [...ends.keys()].map(service => ({
    target: { cluster: 'prod', service },
    tracked: aTracked({ startedAt: 0 }),
    service: aService(),
    options: { ...noFailFast, failFastAfter: 3 },
    answeredHook: undefined,
    eventsBefore: [],
    targetGroups: [],
    checkedContainers: [],
    secrets: [],
    resumed: undefined,
    stoppedBecause: undefined,
  }))
  const canceled = new AbortController().signal
  const states = await watch(
    { ecs, clock, canceled, loadBalancers: noLoadBalancers, alarms: noAlarms },
    requests,
    { log: { line: () => {}, annotate: () => {} } },
  )
  const endedAt = states.map(({ end }) => end?.at ?? 0)
  expect(states.map(({ end }) => end?.result.kind)).toStrictEqual(['succeeded', 'succeeded', 'succeeded'])
  for (const [nth, at] of [...ends.values()].entries()) {
    expect(endedAt[nth]).toBeGreaterThanOrEqual(at)
    expect(endedAt[nth]).toBeLessThan(at + 10_000)
  }
  // A deployment that is decided is not polled any more.
  expect(new Set(polled.slice(-3))).toStrictEqual(new Set(['web']))
})
