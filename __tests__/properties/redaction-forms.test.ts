/**
 * A secret that stands in no definition (an image brings its own ENTRYPOINT, an app writes its own answers) is known by
 * its form alone. Whatever AWS says holds one here: reasons, events, targets, alarms, hooks, refusals.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explainFailures } from '../../src/core/diagnosis/explain-failures.js'
import type { ServiceDeployment } from '../../src/core/ecs/service-deployment.js'
import { ApiError } from '../../src/core/errors/api-error.js'
import { diagnosisInput } from '../../src/core/outcome/diagnosis-input.js'
import { deployed } from '../../src/core/outcome/outcome.js'
import type { Ecs } from '../../src/ports.js'
import { annotations } from '../../src/report/annotations/annotations.js'
import { verdictText } from '../../src/report/log/verdict-lines.js'
import { endedStatus } from '../../src/report/outputs/deployment-record.js'
import { outputs } from '../../src/report/outputs/outputs.js'
import { summarize } from '../../src/report/summary/summary.js'
import { aCondition, anAlarm } from '../support/alarm-builders.js'
import { aPlan, aServicePlan, aTracked, complete } from '../support/rollout-builders.js'
import {
  aDeployment,
  aHook,
  aLoadBalancer,
  anEvent,
  aService,
  aServiceDeployment,
  aTarget,
} from '../support/service-builders.js'
import { aStubEcs } from '../support/stub-ecs.js'
import { aContainer, anUnhealthyTask, aStoppedTask, taskArn } from '../support/task-builders.js'
import { watchOne } from '../support/watch-one.js'
import { chance } from './check-worlds.js'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const word = (length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map(all => all.join(''))

/** A text in which `hidden` may not be told. */
interface Slip {
  readonly text: string
  readonly hidden: string
}

function slip(length: number, write: (word: string) => string): fc.Arbitrary<Slip> {
  return word(length).map(hidden => ({ text: write(hidden), hidden }))
}

const slips: fc.Arbitrary<Slip> = fc.oneof(
  slip(16, word => `postgres://app:${word}@db/app`),
  slip(16, word => `DB_PASSWORD=${word}`),
  slip(16, word => `{"api_key": "${word}"}`),
  slip(16, word => `Authorization: Bearer ${word}`),
  slip(36, word => `ghp_${word}`),
  slip(40, word => `eyJhbGciOiJI.eyJzdWIiOiIx.${word}`),
  slip(60, word => `-----BEGIN PRIVATE KEY-----\\n${word}\\n-----END PRIVATE KEY-----`),
)

const long = 'was unable to start what the image of this task brings along as its ENTRYPOINT, which is'

/** A deployment of which everything that AWS can say holds the text. */
function rumours(text: string, suffix: Partial<ServiceDeployment>, tasks: 'seen' | 'gone') {
  const failed = aDeployment({ rolloutState: 'FAILED', rolloutStateReason: text, failedTasks: 2 })
  const ofTarget = `(port 5001) is unhealthy in (target-group web) due to (reason Health checks failed: ${text})`
  const service = aService({
    deployments: [failed],
    loadBalancers: [aLoadBalancer()],
    events: [
      anEvent(`(service web) (task ${'c'.repeat(32)}) ${ofTarget}.`),
      anEvent(`(service web) has started 1 tasks: (task ${'c'.repeat(32)}).`),
      anEvent(`(service web) ${long} ${text}`),
      anEvent(`(service web) ${long} ${text}`),
      anEvent(`(service web) was unable to place a task because no container instance met ${text}.`),
    ].map((event, nth) => ({ ...event, id: `e${nth}` })),
  })
  const serviceDeployment = aServiceDeployment({
    statusReason: text,
    triggeredAlarms: ['web-5xx'],
    hooks: [aHook({ id: text, targetType: 'AWS_LAMBDA', status: 'FAILED' })],
    ...suffix,
  })
  const ecs: Ecs = aStubEcs({
    describeService: async () => service,
    findServiceDeployment: async () => serviceDeployment,
    describeServiceDeployments: async () => [serviceDeployment],
    listTasks: async () => (tasks === 'seen' ? [taskArn('3e7a1395'), taskArn('5e1c383c')] : []),
    describeTasks: async () => [
      aStoppedTask({
        stopCode: 'TaskFailedToStart',
        stoppedReason: text,
        containers: [aContainer({ reason: `CannotStartContainerError: exec: ${text}` })],
      }),
      anUnhealthyTask({
        arn: taskArn('5e1c383c'),
        stoppedReason: `Task failed ELB health checks in ${text}`,
      }),
    ],
  })
  const target = aTarget({ port: 5001, state: 'unhealthy', reason: text, description: text })
  return {
    ecs,
    loadBalancers: {
      targetGroups: async () => [],
      deregistrationDelays: async () => new Map(),
      targetHealth: async () => [target],
    },
    alarms: {
      describe: async () => new Map([['web-5xx', anAlarm({ reason: text, condition: aCondition(text) })]]),
    },
    service,
  }
}

type World = ReturnType<typeof rumours>

/** Everything that is told of the world, to people and to machines. */
async function shown({ service, ...ports }: World): Promise<string> {
  const lines: string[] = []
  const { observed } = aServicePlan()
  const servicePlan = aServicePlan({ observed: { ...observed, service: { ...service, events: [] } } })
  const plan = aPlan({ services: [servicePlan] })
  let now = 0
  const sleep = async (ms: number) => {
    now += ms
  }
  const { result, rollout, notices } = await watchOne(
    { ...ports, clock: { now: () => now, sleep, random: () => 0 }, canceled: new AbortController().signal },
    {
      plan,
      tracked: aTracked({ startedAt: 0 }),
      service,
      options: {
        minutes: 3,
        failFastAfter: 3,
        onTimeout: 'fail',
        onCancel: 'leave',
        onPartialFailure: 'leave',
        waitUntil: 'completed',
        interim: undefined,
      },
      log: line => lines.push(line),
    },
  )
  const causes = explainFailures({ ...diagnosisInput(plan, rollout), logs: [] })
  const ended = { kind: 'ended', result, rollout: { ...rollout, causes, logs: [] } } as const
  const outcome = complete(deployed({ plan, revision: undefined, services: [ended], problems: [] }), notices)
  const { plan: _, ...reported } = rollout
  return JSON.stringify([
    lines,
    reported,
    [...(rollout.alarmDetails ?? [])],
    summarize(outcome, { run: {}, history: undefined }),
    outputs(outcome, {}),
    annotations(outcome),
    verdictText(outcome).lines,
    endedStatus(outcome),
  ])
}

test.each<{
  readonly name: string
  readonly suffix: Partial<ServiceDeployment>
  readonly tasks: 'seen' | 'gone'
}>([
  { name: 'a rollback that failed', suffix: { status: 'ROLLBACK_FAILED' }, tasks: 'seen' },
  {
    name: 'a rollback that failed, of tasks that are gone',
    suffix: { status: 'ROLLBACK_FAILED' },
    tasks: 'gone',
  },
  { name: 'one that goes on until the wait is over', suffix: { status: 'IN_PROGRESS' }, tasks: 'seen' },
])('$name: no form of a secret is shown', async ({ name, suffix, tasks }) => {
  await fc.assert(
    fc.asyncProperty(slips, async ({ text, hidden }) => {
      const everything = await shown(rumours(text, suffix, tasks))
      expect(everything).toContain('***')
      // Half of it would be too much.
      for (const part of [hidden.slice(0, 12), hidden.slice(-12)]) expect(everything).not.toContain(part)
    }),
    chance(`forms of secrets: ${name}`, 40),
  )
})

test('a refused read is reported without any form of a secret', async () => {
  await fc.assert(
    fc.asyncProperty(slips, async ({ text, hidden }) => {
      const world = rumours(text, { status: 'ROLLBACK_FAILED' }, 'gone')
      const refuse = () =>
        Promise.reject(
          new ApiError({
            kind: 'rejected',
            operation: 'ecs:ListTasks',
            code: 'ClientException',
            message: text,
          }),
        )
      const everything = await shown({
        ...world,
        ecs: { ...world.ecs, listTasks: refuse },
        loadBalancers: { ...world.loadBalancers, targetHealth: refuse },
        alarms: { describe: refuse },
      })
      expect(everything).toContain('could not be read: ecs:ListTasks')
      expect(everything).not.toContain(hidden.slice(0, 12))
    }),
    chance('forms of secrets in refusals', 40),
  )
})
