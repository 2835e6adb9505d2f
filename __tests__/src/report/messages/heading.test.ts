import { expect, test } from '@jest/globals'
import { canceled } from '../../../../src/core/outcome/outcome.js'
import type { Rollout } from '../../../../src/core/outcome/rollout.js'
import { heading } from '../../../../src/report/messages/heading.js'
import { describe } from '../../../../src/report/messages/messages.js'
import { endedStatus } from '../../../../src/report/outputs/deployment-record.js'
import { diagram } from '../../../../src/report/summary/diagram.js'
import { outcomes } from '../../../support/outcomes.js'
import { aRefusal } from '../../../support/refused-plan.js'
import {
  anOutcome,
  aRollout,
  aServicePlan,
  complete,
  serving,
  tasksOf,
} from '../../../support/rollout-builders.js'
import { aCompetingDeployment, revisionArn } from '../../../support/service-builders.js'

type Ending = Parameters<typeof anOutcome>[0]

const serving7 = { serving: serving('web:7') }
const failed = (running: number): Ending => ({ kind: 'failed', running, reason: 'tripped' })
const rolledBack: Ending = { kind: 'rolled-back', serving: revisionArn('web:7'), reason: 'tripped' }

test.each<{ name: string; result: Ending; rollout?: Partial<Rollout>; title: string; detail?: string }>([
  { name: 'a success', result: { kind: 'succeeded', running: 2 }, title: '`web:8` serves' },
  {
    name: 'a success with failures',
    result: { kind: 'succeeded', running: 2 },
    rollout: { failedTasks: 1 },
    title: '`web:8` serves',
    detail: 'Some of its tasks failed in the meantime.',
  },
  {
    name: 'a service that was woken',
    result: { kind: 'succeeded', running: 1 },
    rollout: { plan: aServicePlan({ bump: { from: 0, to: 1, found: 0 } }) },
    title: '`web:8` came up',
  },
  { name: 'a rollback', result: rolledBack, rollout: serving7, title: 'rolled back, `web:7` serves' },
  {
    name: 'a rollback of a service that sleeps again',
    result: rolledBack,
    rollout: { scaledToZero: true },
    title: 'rolled back to `web:7`, scaled to zero again',
  },
  {
    name: 'a rollback that we requested',
    result: rolledBack,
    rollout: { ...serving7, stoppedBecause: '3 of its tasks had failed' },
    title: 'rolled back, `web:7` serves',
    detail: 'web:8 was stopped early: 3 of its tasks had failed.',
  },
  {
    name: 'a failure that leaves tasks with requests from a load balancer',
    result: failed(2),
    rollout: { failedTasks: 3 },
    title: 'failed, 2 tasks of `web:8` still run',
    detail:
      'nothing rolled it back; a load balancer sends requests even to unhealthy tasks when it has no others.',
  },
  {
    name: 'a failure that leaves one',
    result: failed(1),
    title: 'failed, 1 task of `web:8` still runs',
    detail: 'nothing rolled it back.',
  },
  {
    name: 'a failure that leaves nothing',
    result: failed(0),
    title: 'failed, no task is running',
    detail: 'nothing rolled it back.',
  },
  {
    name: 'a failure next to the serving revision',
    result: failed(0),
    rollout: serving7,
    title: 'failed, `web:7` still serves',
    detail: 'nothing rolled it back.',
  },
  {
    name: 'a failure that leaves tasks next to the serving revision',
    result: failed(1),
    rollout: { ...serving7, failedTasks: 3 },
    title: 'failed, `web:7` still serves',
    detail: 'nothing rolled it back. 1 task of web:8 still runs, too.',
  },
  {
    name: 'a failure that another deployment replaced',
    result: { kind: 'failed', running: 2, reason: 'tripped', replacedBy: aCompetingDeployment() },
    title: 'failed, `web:9` has replaced it',
    detail: 'nothing rolled it back.',
  },
  {
    name: 'a newer deployment',
    result: { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
    rollout: serving7,
    title: 'superseded by `web:9`, `web:7` serves',
    detail: 'another deployment, ecs-svc/1281894607538416024 of web:9, took over before web:8 was decided.',
  },
  {
    name: 'no decision, the former revision serving',
    result: { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } },
    rollout: serving7,
    title: 'timed out, `web:7` still serves',
    detail: 'web:8 was not decided within 5 minutes; the deployment was left as it is and may continue.',
  },
  {
    name: 'no decision, and nothing else that serves',
    result: { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } },
    rollout: { serving: serving() },
    title: 'timed out, no task is running',
    detail: 'web:8 was not decided within 5 minutes; the deployment was left as it is and may continue.',
  },
  {
    name: 'no decision, and both revisions serve',
    result: { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } },
    rollout: { serving: serving(tasksOf('web:8', { traffic: 20 }), tasksOf('web:7', { traffic: 80 })) },
    title: 'timed out, `web:8` (20% of the traffic) and `web:7` (80% of the traffic) serve',
    detail: 'web:8 was not decided within 5 minutes; the deployment was left as it is and may continue.',
  },
])('$name', ({ result, rollout = {}, title, detail }) => {
  const told = heading(anOutcome(result, rollout))
  expect(told).toEqual({ title, detail })
})

const problem = { subject: 'cluster', text: 'is not there' }
const web8 = { arn: revisionArn('web:8'), revision: '8' }

test.each([
  { parts: { problems: [problem] }, told: { title: 'refused, nothing was changed' } },
  {
    parts: { problems: [problem, { ...problem, subject: 'service' }] },
    told: { title: 'refused, nothing was changed', detail: '2 problems:' },
  },
  {
    parts: { problems: [problem], revision: web8 },
    told: { title: 'refused, the service was not changed', detail: 'web:8 is registered.' },
  },
])('a refusal: $told', ({ parts, told }) => {
  expect(heading(aRefusal(parts))).toEqual(told)
})

test.each([
  { revision: undefined, told: { title: 'cancelled, nothing was changed' } },
  {
    revision: web8,
    told: { title: 'cancelled, the service was not changed', detail: 'web:8 is registered.' },
  },
])('cancelled before it began: $told.title', ({ revision, told }) => {
  const target = { cluster: 'prod', service: 'web' }
  expect(heading(complete(canceled([target], revision)))).toEqual(told)
})

test('after a rollback to a revision without tasks, no text says that it serves', () => {
  const rollout = aRollout({ serving: serving() })
  const result = { kind: 'rolled-back', serving: revisionArn('web:7') } as const
  const outcome = anOutcome(result, rollout)
  expect([heading(outcome).title, describe(outcome).what]).toStrictEqual([
    'rolled back to `web:7`, no task is running',
    'web:8 was rolled back; web:7 is the current revision again, and no task is running.',
  ])
  expect([diagram(rollout, result), endedStatus(outcome).description].join()).not.toContain('serves')
})

test('the text about the rest does not repeat its heading', () => {
  const told = Object.entries(outcomes).map(([name, outcome]) => ({ name, ...heading(outcome) }))
  const words = (text = '') => text.toLowerCase().replaceAll('`', '')
  expect(
    told.filter(({ title, detail }) => words(detail).includes(words(title))).map(({ name }) => name),
  ).toEqual([])
})
