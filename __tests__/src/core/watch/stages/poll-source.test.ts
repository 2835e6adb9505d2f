/** Polls that read the service only, and what makes the next one read both. */
import { expect, test } from '@jest/globals'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceDeployment } from '../../../../../src/core/ecs/service-deployment.js'
import { step } from '../../../../../src/core/watch/reducer.js'
import type { WatchEffect, WatchEvent } from '../../../../../src/core/watch/watch-event.js'
import {
  aDeployment,
  anEvent,
  aService,
  aServiceDeployment,
  thePrevious,
} from '../../../../support/service-builders.js'
import { aPoll, aWatch, noTasks } from '../../../../support/watch-builders.js'

const ongoing = aServiceDeployment()
const read = { arn: ongoing.arn }
const known = { serviceDeployment: { kind: 'answered', value: ongoing }, serviceDeploymentArn: ongoing.arn }

function aRollout(overrides: Partial<Service> = {}): Service {
  return aService({ deployments: [aDeployment({ pendingCount: 2 }), thePrevious()], ...overrides })
}

/** The state after these polls, what the next one is to do about the service deployment, and whether it waits. */
function afterPolls(...polls: readonly WatchEvent[]) {
  let state = aWatch()
  let effects: readonly WatchEffect[] = []
  for (const poll of polls) {
    for (let event: WatchEvent | undefined = poll; event; event = taskAnswer(effects, poll.at)) {
      const next = step(state, event)
      state = next.state
      effects = next.effects
    }
  }
  const next = effects.find(effect => effect.kind === 'poll')
  return { state, reads: next?.serviceDeployment, isAtOnce: next?.pace.atMost === 0 }
}

function taskAnswer(effects: readonly WatchEffect[], at: number): WatchEvent | undefined {
  const read = effects.find(effect => effect.kind === 'read-tasks')
  return read && noTasks(read.which, at)
}

const first = aPoll(20_000, aRollout(), ongoing)

test('while tasks start, every other poll reads the service only', () => {
  const second = aPoll(29_000, aRollout(), ongoing)
  const third = aPoll(38_000, aRollout(), ongoing)
  expect(afterPolls(first)).toMatchObject({ reads: known, isAtOnce: false })
  expect(afterPolls(first, second)).toMatchObject({ reads: read, isAtOnce: false })
  expect(afterPolls(first, second, third)).toMatchObject({ reads: known, isAtOnce: false })
})

test('only what is read counts', () => {
  const { state } = afterPolls(first, aPoll(29_000, aRollout(), ongoing))
  expect(state.polls).toMatchObject({ count: 2, reads: 1 })
})

const stopped = anEvent('(service web) has stopped 2 running tasks: (task 11aa22bb).')

test.each<{ name: string; service: Service | 'missing' }>([
  {
    name: 'a task has failed',
    service: aRollout({ deployments: [aDeployment({ failedTasks: 1 }), thePrevious()] }),
  },
  {
    name: 'ECS rolls back',
    service: aRollout({
      deployments: [thePrevious({ status: 'PRIMARY' }), aDeployment({ status: 'ACTIVE' })],
    }),
  },
  {
    name: 'the deployment has completed',
    service: aRollout({ deployments: [aDeployment({ runningCount: 2, rolloutState: 'COMPLETED' })] }),
  },
  { name: 'ECS has begun to stop tasks', service: aRollout({ events: [stopped] }) },
  { name: 'the service is deleted', service: aRollout({ status: 'DRAINING' }) },
  { name: 'the service is gone', service: 'missing' },
])('if $name, a poll of both follows at once, and that one decides', ({ service }) => {
  const { state, ...next } = afterPolls(first, aPoll(29_000, service, ongoing))
  expect(next).toEqual({ reads: read, isAtOnce: true })
  expect(state.verdict).toMatchObject({ kind: 'watching', stage: 'rolling-out' })
  expect(state.last.at).toBe(first.at)
})

test('counts of tasks alone need no further read', () => {
  const started = aRollout({
    deployments: [aDeployment({ pendingCount: 1, runningCount: 1 }), thePrevious()],
  })
  const { state, ...next } = afterPolls(first, aPoll(29_000, started, ongoing))
  expect(next).toEqual({ reads: read, isAtOnce: false })
  expect(state.last).toEqual({ at: 29_000, service: started, serviceDeployment: ongoing })
})

const pause = {
  id: 'h',
  targetType: 'PAUSE',
  targetArn: undefined,
  expiresAt: undefined,
  timeoutAction: undefined,
}

test('a service that does not show the deployment yet is no proof that nothing moves', () => {
  const stale = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
  expect(afterPolls(aPoll(20_000, stale, ongoing))).toMatchObject({ reads: read })
})

test.each<{ name: string; service?: Partial<Service>; deployment?: Partial<ServiceDeployment> }>([
  { name: 'alarms watch it', service: { alarms: ['web-5xx'] } },
  { name: 'traffic shifts', service: { strategy: 'BLUE_GREEN' }, deployment: { lifecycleStage: 'SCALE_UP' } },
  { name: 'the service pauses it', service: { pauseStages: ['POST_SCALE_UP'] } },
  { name: 'a hook holds it', deployment: { hooks: [{ ...pause, status: 'AWAITING_ACTION' }] } },
  { name: 'ECS has already stopped it', deployment: { status: 'STOPPED' } },
])('if $name, each poll reads the service deployment', ({ service, deployment }) => {
  const poll = aPoll(20_000, aRollout(service), aServiceDeployment(deployment))
  expect(afterPolls(poll)).toMatchObject({ reads: read })
})
