import { expect, test } from '@jest/globals'
import { decideInFlight, type InFlightDeployment, type Waiting } from '../../../../src/core/plan/in-flight.js'
import { aDeployment } from '../../../support/service-builders.js'

const deployment = aDeployment({ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' })
const rollingOut: InFlightDeployment = { kind: 'rolling-out', deployment }
const rollingBack = { kind: 'rolling-back', deployment, stuck: undefined } as const
const waiting: Waiting = { policy: 'supersede', joins: false, minutes: 30, waitedFor: undefined, waited: 0 }

test.each<{
  readonly name: string
  readonly found: InFlightDeployment
  readonly asked: Partial<Waiting>
  readonly kind: string
  readonly text: RegExp
}>([
  { name: 'superseded', found: rollingOut, asked: {}, kind: 'proceed', text: /supersedes ecs-svc/ },
  { name: 'waited for', found: rollingOut, asked: { policy: 'wait' }, kind: 'wait', text: /^ecs-svc/ },
  {
    name: 'refused',
    found: rollingOut,
    asked: { policy: 'fail' },
    kind: 'refuse',
    text: /is in progress: run this again/,
  },
  {
    name: 'left to the plan',
    found: rollingOut,
    asked: { policy: 'join', joins: true },
    kind: 'proceed',
    text: /^$/,
  },
  {
    name: 'reported',
    found: rollingOut,
    asked: { policy: 'report' },
    kind: 'proceed',
    text: /In progress now: ecs-svc/,
  },
  { name: 'waited for as a rollback', found: rollingBack, asked: {}, kind: 'wait', text: /a rollback/ },
  {
    name: 'a rollback, which cannot be joined',
    found: rollingBack,
    asked: { policy: 'join', joins: true },
    kind: 'wait',
    text: /a rollback/,
  },
  {
    name: 'a rollback that takes too long',
    found: rollingBack,
    asked: { waited: 30 * 60_000, waitedFor: 'a rollback' },
    kind: 'refuse',
    text: /still in progress after 30 minutes/,
  },
  {
    name: 'a rollback, reported',
    found: rollingBack,
    asked: { policy: 'report' },
    kind: 'proceed',
    text: /, a rollback/,
  },
])('a deployment in flight is $name', ({ asked, found, kind, text }) => {
  const decision = decideInFlight(found, { ...waiting, ...asked })
  expect(decision.kind).toBe(kind)
  const said =
    decision.kind === 'proceed' ? decision.notices.map(one => one.text).join() : JSON.stringify(decision)
  expect(decision.kind === 'wait' ? decision.what : said).toMatch(text)
  const mayJoin = decision.kind === 'proceed' ? decision.mayJoin : undefined
  expect(mayJoin).toBe(kind === 'proceed' && asked.joins ? deployment : undefined)
})

test('nothing is in flight, and what was waited for is said', () => {
  expect(decideInFlight(undefined, { ...waiting, policy: 'join', joins: true })).toEqual({
    kind: 'proceed',
    notices: [],
    mayJoin: undefined,
  })
  const after = decideInFlight(undefined, { ...waiting, waitedFor: 'a rollback', waited: 60_000 })
  expect(JSON.stringify(after)).toContain('Waited before the deployment because a rollback was in progress.')
})

const stuck = { revision: 'web:7', failed: 4, reason: undefined, isOutage: false }

test.each<{ readonly policy: Waiting['policy']; readonly inService: string; readonly inOutage: string }>([
  { policy: 'supersede', inService: 'refuse', inOutage: 'proceed' },
  { policy: 'join', inService: 'refuse', inOutage: 'proceed' },
  { policy: 'fail', inService: 'refuse', inOutage: 'proceed' },
  { policy: 'wait', inService: 'wait', inOutage: 'proceed' },
  { policy: 'override-rollback', inService: 'proceed', inOutage: 'proceed' },
  { policy: 'report', inService: 'proceed', inOutage: 'proceed' },
])('a rollback without headway: $policy', ({ inOutage, inService, policy }) => {
  const decide = (isOutage: boolean) =>
    decideInFlight(
      { ...rollingBack, stuck: { ...stuck, isOutage } },
      { ...waiting, policy, joins: policy === 'join' },
    )
  expect([decide(false).kind, decide(true).kind]).toEqual([inService, inOutage])
  const decision = decide(false)
  if (decision.kind === 'refuse') expect(decision.next).toContain('in-flight: override-rollback')
  const warned = decide(true)
  const isWarned = warned.kind === 'proceed' && warned.notices.some(({ level }) => level === 'warning')
  expect(isWarned).toBe(policy !== 'report')
})

test('with override-rollback, a deployment that rolls out is superseded, and a rollback with headway waited for', () => {
  const overriding = { ...waiting, policy: 'override-rollback' as const }
  expect(decideInFlight(rollingOut, overriding).kind).toBe('proceed')
  expect(decideInFlight(rollingBack, overriding).kind).toBe('wait')
})

test('who waited for a rollback without headway is refused with the way out', () => {
  const found: InFlightDeployment = { kind: 'rolling-back', deployment, stuck }
  const decision = decideInFlight(found, { ...waiting, policy: 'wait', waited: 30 * 60_000 })
  expect(decision).toMatchObject({ kind: 'refuse', next: expect.stringContaining('override-rollback') })
})
