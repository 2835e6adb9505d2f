/** Polls that read the service only, and what makes one read both. */
import { expect, test } from '@jest/globals'
import type { Service } from '../../../../../src/core/ecs/service.js'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import type { DecisionDistance } from '../../../../../src/core/watch/decision-distance.js'
import { step } from '../../../../../src/core/watch/reducer.js'
import { noErrors } from '../../../../../src/core/watch/slices/poll-errors.js'
import { wantedServiceDeployment } from '../../../../../src/core/watch/stages/wanted-service-deployment.js'
import type { WatchEffect, WatchEvent } from '../../../../../src/core/watch/watch-event.js'
import type { WatchState } from '../../../../../src/core/watch/watch-state.js'
import {
  aDeployment,
  anEvent,
  aService,
  aServiceDeployment,
  theirs,
  thePrevious,
} from '../../../../support/service-builders.js'
import { aPoll, aWatch, noTasks } from '../../../../support/watch-builders.js'

type Polled = Extract<WatchEvent, { kind: 'polled' }>

const ongoing = aServiceDeployment()
const read = { arn: ongoing.arn, isOptional: false }
const optional = { arn: ongoing.arn, isOptional: true }
const ours = aDeployment({ pendingCount: 2 })
const stopped = anEvent('(service web) has stopped 2 running tasks: (task 11aa22bb).')

function aRollout(overrides: Partial<Service> = {}): Service {
  return aService({ deployments: [ours, thePrevious()], ...overrides })
}

/** Of the service alone. */
function aServicePoll(at: number, service: Service | 'missing'): Polled {
  return { ...aPoll(at, service), serviceDeployment: { kind: 'not-read' }, reads: 0 }
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
  const wanted = effects.find(effect => effect.kind === 'read-tasks')
  return wanted && noTasks(wanted.which, at)
}

const unavailable = new ApiError({
  kind: 'unavailable',
  operation: 'ecs:DescribeServices',
  code: 'TimeoutError',
  message: 'no answer',
})
const first = aPoll(20_000, aRollout(), ongoing)

test('while tasks start, every other poll reads the service only', () => {
  const second = aServicePoll(29_000, aRollout())
  const third = aPoll(38_000, aRollout(), ongoing)
  expect(afterPolls(first)).toMatchObject({ reads: optional, isAtOnce: false })
  expect(afterPolls(first, second)).toMatchObject({ reads: read, isAtOnce: false })
  expect(afterPolls(first, second, third)).toMatchObject({ reads: optional, isAtOnce: false })
})

test('only what is read counts', () => {
  const { state } = afterPolls(first, { ...aServicePoll(29_000, aRollout()), repeats: 2 })
  expect(state.polls).toMatchObject({ count: 2, reads: 1 })
})

test.each<{ name: string; service: Service | 'missing' }>([
  { name: 'a failed task', service: aRollout({ deployments: [{ ...ours, failedTasks: 1 }, thePrevious()] }) },
  {
    name: 'a failed rollout',
    service: aRollout({ deployments: [{ ...ours, rolloutState: 'FAILED' }, thePrevious()] }),
  },
  {
    name: 'a rollback',
    service: aRollout({ deployments: [thePrevious({ status: 'PRIMARY' }), { ...ours, status: 'ACTIVE' }] }),
  },
  {
    name: 'another deployment',
    service: aRollout({ deployments: [{ ...ours, id: theirs }, thePrevious()] }),
  },
  { name: 'that ECS stops tasks', service: aRollout({ events: [stopped] }) },
  {
    name: 'all tasks running, and no older one',
    service: aRollout({ deployments: [{ ...ours, pendingCount: 0, runningCount: 2 }] }),
  },
  { name: 'that it is being deleted', service: aRollout({ status: 'DRAINING' }) },
  { name: 'that it is gone', service: 'missing' },
])('if the service shows $name, a poll of both follows at once', ({ service }) => {
  const { state, ...next } = afterPolls(first, aServicePoll(29_000, service))
  expect(next).toEqual({ reads: read, isAtOnce: true })
  expect(state.verdict).toMatchObject({ kind: 'watching', stage: 'rolling-out' })
  expect(state.last.at).toBe(first.at)

  const both = afterPolls(first, aServicePoll(29_000, service), aPoll(29_100, service, ongoing))
  expect(both.state.last.at).toBe(29_100)
  expect(both.isAtOnce).toBe(false)
})

test('counts of tasks alone need no further read', () => {
  const started = aRollout({ deployments: [{ ...ours, pendingCount: 1, runningCount: 1 }, thePrevious()] })
  const { state, ...next } = afterPolls(first, aServicePoll(29_000, started))
  expect(next).toEqual({ reads: read, isAtOnce: false })
  expect(state.last).toEqual({ at: 29_000, service: started, serviceDeployment: ongoing })
})

test('a poll of the service that is not answered is followed by one of both, after a pause', () => {
  const failed: Polled = {
    ...aServicePoll(29_000, aRollout()),
    service: { kind: 'failed', error: unavailable },
  }
  expect(afterPolls(first, failed)).toMatchObject({ reads: read, isAtOnce: false })
})

test('a service that does not show the deployment yet is no proof that nothing moves', () => {
  const stale = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
  expect(afterPolls(aPoll(20_000, stale, ongoing))).toMatchObject({ reads: read })
})

const { state } = afterPolls(first)
const { evaluation, last } = state

interface Wanted {
  readonly of?: Partial<WatchState>
  readonly at?: number
  readonly distance?: DecisionDistance
}

function wanted({ of, at = first.at, distance = 'far' }: Wanted) {
  const watch = { ...state, ...of }
  return wantedServiceDeployment(watch, { at, distance })
}

test.each<{ name: string; service?: Partial<Service>; of?: Partial<WatchState> }>([
  { name: 'alarms watch it', service: { alarms: ['web-5xx'] } },
  { name: 'traffic shifts', service: { strategy: 'BLUE_GREEN' } },
  { name: 'it has hooks', service: { hasHooks: true } },
  {
    name: 'the step waits for a stage',
    of: { context: { ...state.context, options: { ...state.context.options, waitUntil: 'SCALE_UP' } } },
  },
  { name: 'AWS throttles', of: { errors: { ...noErrors, throttled: 1 } } },
  {
    name: 'another poll has to agree',
    of: { evaluation: { ...evaluation, tentative: { kind: 'failed', polls: 1, since: 0 } } },
  },
  { name: 'it has completed', of: { evaluation: { ...evaluation, completed: { at: 0, desiredCount: 2 } } } },
  {
    name: 'a success is not confirmed',
    of: { verdict: { kind: 'watching', stage: 'rolling-out', unconfirmedReason: 'no task read' } },
  },
  {
    name: 'the service deployment was not answered',
    of: { last: { ...last, serviceDeployment: undefined } },
  },
  {
    name: 'the service deployment is over',
    of: { last: { ...last, serviceDeployment: { ...ongoing, status: 'STOPPED' } } },
  },
  { name: 'the service is gone', of: { last: { ...last, service: 'missing' } } },
])('if $name, a poll reads both', ({ service, of }) => {
  expect(wanted({})).toEqual(optional)
  expect(wanted({ of: { last: { ...last, service: aRollout(service) }, ...of } })).toEqual(read)
})

test.each<DecisionDistance>(['near', 'possible'])('if a decision is %s, a poll reads both', distance => {
  expect(wanted({ distance })).toEqual(read)
})

test('a poll of the service that is answered at the deadline decides nothing', () => {
  const before = { ...state, context: { ...state.context, deadline: 30_000 } }
  const waiting = step(before, aServicePoll(29_999, aRollout()))
  expect(waiting.state.last.at).toBe(29_999)
  const late = step(before, aServicePoll(30_000, aRollout()))
  expect(late.state.end).toBeUndefined()
  expect(late.effects).toMatchObject([{ kind: 'poll', pace: { atMost: 0 }, serviceDeployment: read }])
})

test('a service deployment that was read in a poll without the service does not count as known', () => {
  const error = unavailable
  const dropped: Polled = { ...aPoll(38_000, aRollout(), ongoing), service: { kind: 'failed', error } }
  const polled = afterPolls(first, aServicePoll(29_000, aRollout()), dropped)
  expect(polled.reads).toEqual(read)
})

test('a watch that goes on after a break reads both', () => {
  expect(wanted({ at: first.at + 4_000 })).toEqual(optional)
  expect(wanted({ at: first.at + 60_000 })).toEqual(read)
})

test('what a glance has read is used at once or not at all', () => {
  const answer = {
    serviceDeployment: { kind: 'answered', value: ongoing },
    serviceDeploymentArn: ongoing.arn,
  } as const
  const polls: WatchState['polls'] = {
    ...state.polls,
    glance: { kind: 'moved', read: answer },
    readAt: first.at,
  }
  expect(wanted({ of: { polls }, at: first.at + 1_000 })).toEqual(answer)
  expect(wanted({ of: { polls }, at: first.at + 4_000 })).toEqual(read)
})

test('a role that may not read service deployments is asked for the service only', () => {
  expect(wanted({ of: { polls: { ...state.polls, refusals: 3 } } })).toBe('skip')
})
