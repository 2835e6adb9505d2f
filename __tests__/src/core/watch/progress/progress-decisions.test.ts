/** Decisions are logged once, and each says of what kind it is. */
import { expect, test } from '@jest/globals'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { Hook, ServiceDeployment } from '../../../../../src/core/ecs/service-deployment.js'
import type { TimelineEvent } from '../../../../../src/core/watch/timeline-event.js'
import { counted, steady, timelines } from '../../../../support/progress-lines.js'
import {
  aDeployment,
  aHook,
  anEvent,
  aServiceDeployment,
  thePrevious,
} from '../../../../support/service-builders.js'
import {
  completed,
  overtaken,
  restored,
  rolledBack,
  running,
  tripped,
} from '../../../../support/snapshots.js'
import { anUnhealthyTask } from '../../../../support/task-builders.js'

const pause = aHook({ expiresAt: 60_000 })
const lambda = aHook({
  id: 'h',
  targetType: 'AWS_LAMBDA',
  targetArn: 'arn:aws:lambda:eu-west-1:1:function:f',
})
const withHook = (hook: Hook) => ({ serviceDeployment: aServiceDeployment({ hooks: [hook] }) })
const deployed = (overrides: Partial<ServiceDeployment>) => ({
  serviceDeployment: aServiceDeployment(overrides),
})

test.each<{
  name: string
  poll: { service?: Service; serviceDeployment?: ServiceDeployment }
  text: string
  event: TimelineEvent
}>([
  {
    name: 'an alarm',
    poll: deployed({ triggeredAlarms: ['a', 'b'] }),
    text: 'alarms triggered: a, b',
    event: { kind: 'alarm', names: ['a', 'b'] },
  },
  {
    name: 'a hook that waits',
    poll: withHook(pause),
    text: 'pause hook ecs-pause-1 waits for somebody to continue it until 1970-01-01 00:01 UTC; otherwise ECS rolls back',
    event: { kind: 'hook', status: 'waiting' },
  },
  {
    name: 'a hook that a person continued',
    poll: withHook({ ...pause, status: 'SUCCEEDED' }),
    text: 'pause hook ecs-pause-1 was continued',
    event: { kind: 'hook', status: 'continued' },
  },
  {
    name: 'a hook that failed',
    poll: withHook({ ...lambda, status: 'FAILED' }),
    text: `lifecycle hook ${lambda.targetArn} failed`,
    event: { kind: 'hook', status: 'failed' },
  },
  {
    name: 'a hook that nobody continued',
    poll: withHook({ ...pause, status: 'TIMED_OUT' }),
    text: 'pause hook ecs-pause-1 timed out',
    event: { kind: 'hook', status: 'timed out' },
  },
  {
    name: 'a stage',
    poll: deployed({ lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT', trafficWeight: 10 }),
    text: 'stage production traffic shift: the new revision gets 10% of the traffic',
    event: { kind: 'stage', stage: 'production traffic shift' },
  },
  {
    name: 'a count',
    poll: deployed({ breaker: { status: 'MONITORING', failures: 2, threshold: 3 } }),
    text: 'circuit breaker counts 2 of 3 failures',
    event: { kind: 'breaker', failures: 2, threshold: 3 },
  },
  {
    name: 'a trip',
    poll: deployed({ breaker: tripped }),
    text: 'circuit breaker tripped at 3 of 3 failures',
    event: { kind: 'tripped', failures: 3, threshold: 3 },
  },
  {
    name: 'a rollback',
    poll: deployed({ status: 'ROLLBACK_REQUESTED' }),
    text: 'rolling back to web:7',
    event: { kind: 'rolling-back', to: 'web:7' },
  },
  {
    name: 'a stop',
    poll: deployed({ status: 'STOP_REQUESTED' }),
    text: 'the deployment is being stopped',
    event: { kind: 'stopping' },
  },
  {
    name: 'no room',
    poll: {
      service: {
        ...steady,
        events: [anEvent('(service web) was unable to place a task. Reason: RESOURCE:CPU.')],
      },
    },
    text: 'the service was unable to place a task. Reason: RESOURCE:CPU',
    event: { kind: 'placement-failed' },
  },
  {
    name: 'a success',
    poll: { service: completed },
    text: 'web:8 completed, 2 of 2 running',
    event: { kind: 'ended', as: 'succeeded' },
  },
  {
    name: 'a success that verified nothing',
    poll: { service: { ...completed, desiredCount: 0 } },
    text: 'web:8 completed: the desired count is 0',
    event: { kind: 'ended', as: 'idle' },
  },
  {
    name: 'the end of a rollback, while more tasks run than the service wants',
    poll: {
      service: counted([thePrevious({ status: 'PRIMARY', runningCount: 4 })]),
      serviceDeployment: rolledBack,
    },
    text: 'web:7 serves, 4 running',
    event: { kind: 'ended', as: 'rolled-back' },
  },
  {
    name: 'someone else',
    poll: { service: overtaken },
    text: 'web:9 took over',
    event: { kind: 'ended', as: 'superseded' },
  },
  {
    name: 'a failure that nothing rolls back',
    poll: {
      service: counted([aDeployment({ rolloutState: 'FAILED', runningCount: 1 })]),
      ...deployed({ status: 'ROLLBACK_FAILED' }),
    },
    text: 'web:8 failed',
    event: { kind: 'ended', as: 'failed' },
  },
])('$name', ({ poll, text, event }) => {
  // Ours has to be read before somebody else can take over.
  const [, logged = []] = timelines([
    { at: 2, service: running },
    { at: 4, service: running, ...poll },
  ])
  expect(logged.filter(entry => entry.text === text)).toMatchObject([{ at: 4_000, text, event }])
})

test('a failure that moved the count is about the count', () => {
  const [logged = []] = timelines([
    { at: 2, service: steady, ...deployed({ breaker: tripped }), tasks: [anUnhealthyTask()] },
  ])
  expect(logged.map(({ event }) => event?.kind)).toStrictEqual(['tripped', undefined])
})

test('counts and texts from elsewhere have no subject', () => {
  const service = { ...restored, events: [anEvent('(service web) is odd.')] }
  const [logged = []] = timelines([{ at: 2, service }])
  expect(logged.map(({ event }) => event)).toStrictEqual([undefined, undefined])
})
