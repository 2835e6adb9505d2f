/** A runner whose clock is minutes off: AWS refuses what it signs, and the SDK learns the time from the refusal. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { changesIn, type Played } from '../support/play.js'
import { acceptedInputs, beginning, playWeb, restores, stops, text } from '../support/web-stories.js'

const after = { operation: 'UpdateService', ms: 0 }
const midWatch = { ...after, ms: 45_000 }
const postStep = beginning + 20_000
const minutes = (n: number) => n * 60_000

const clocks = [
  { side: 'behind', aheadMs: minutes(-12), words: '12 minutes behind' },
  { side: 'ahead', aheadMs: minutes(9), words: '9 minutes ahead of' },
  { side: 'most of a day behind', aheadMs: minutes(-1013), words: '17 hours behind' },
] as const

function refusedIn(requests: readonly RecordedRequest[]): readonly string[] {
  return requests
    .filter(({ error }) => error === 'InvalidSignatureException')
    .map(({ service, operation }) => `${service}:${operation}`)
}

/** By service and operation. */
function accepted(played: Played, operation: string): number {
  return acceptedInputs(played, operation).length
}

test.each(clocks)(
  'a clock that is $side: the deployment succeeds, each change sent once',
  async ({ aheadMs }) => {
    const played = await playWeb({
      faults: [{ kind: 'client-clock', aheadMs }],
      inputs: { alarms: 'web-5xx' },
      also: world => world.setAlarm('web-5xx', 'OK'),
    })
    expect(played.outputs.outcome).toBe('succeeded')
    const refused = refusedIn(played.requests)
    // Each service has a client of its own; requests that leave together are refused together.
    for (const service of ['ecs', 'ecr', 'cloudwatch', 'elasticloadbalancing'])
      expect(refused.filter(one => one.startsWith(`${service}:`))).not.toStrictEqual([])
    expect(changesIn(played.requests.filter(({ status }) => status === 200))).toStrictEqual([
      'RegisterTaskDefinition',
      'UpdateService',
    ])
  },
)

test.each(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])(
  'the clock jumps before %s: it is sent again, and takes effect once',
  async operation => {
    const jump: Fault = { kind: 'client-clock', aheadMs: minutes(-12), operations: [operation] }
    const played = await playWeb({
      software: movedSoftware,
      faults: [jump],
      inputs: { preflight: 'warn', 'fail-fast-after': '2', 'circuit-breaker-threshold': '10' },
    })
    expect(played.outputs.outcome).toBe('rolled-back')
    expect(refusedIn(played.requests)).toStrictEqual([`ecs:${operation}`])
    expect(accepted(played, operation)).toBe(1)
    expect(stops(played)).toBe(1)
  },
)

test('the clock jumps during the watch: the next poll signs by the time of AWS', async () => {
  const played = await playWeb({ faults: [{ kind: 'client-clock', aheadMs: minutes(7), after: midWatch }] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(refusedIn(played.requests).length).toBeGreaterThan(0)
})

test('the post step restores and rolls back by a wrong clock, too', async () => {
  const played = await playWeb({
    inputs: { 'on-cancel': 'rollback', 'bump-desired-count': '4' },
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 },
      { kind: 'server-error', operations: ['DescribeServices'], after, until: postStep },
      { kind: 'client-clock', aheadMs: minutes(-12), from: postStep },
    ],
    cancelAfter: 1_500,
    post: 'follows',
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(refusedIn(played.requests)).not.toStrictEqual([])
  expect(restores(played)).toStrictEqual([2])
  expect(stops(played)).toBe(1)
})

test.each(clocks)(
  'nothing shows the time, and the clock is $side: the report names the difference',
  async ({ aheadMs, words }) => {
    const played = await playWeb({ faults: [{ kind: 'client-clock', aheadMs, date: 'absent' }] })
    expect(played.outputs.outcome).toBe('refused')
    expect(text(played)).toMatch(
      new RegExp(
        `clock +the clock of this machine is ${words} the clock of AWS, which refuses what it signs`,
      ),
    )
    expect(text(played)).not.toMatch(/credentials/)
    expect(changesIn(played.requests)).toStrictEqual([])
  },
)

test('the time is lost during the watch: the outcome is unknown for this reason, not for the credentials', async () => {
  const played = await playWeb({
    faults: [{ kind: 'client-clock', aheadMs: minutes(-12), date: 'absent', after: midWatch }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'unknown' })
  expect(text(played)).toMatch(/the clock of this machine is 12 minutes behind the clock of AWS/)
  expect(text(played)).not.toMatch(/credentials/)
})

test('over HTTP, with real signatures', async () => {
  const played = await playWeb({ wire: 'http', faults: [{ kind: 'client-clock', aheadMs: minutes(-12) }] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(refusedIn(played.requests)).not.toStrictEqual([])
})
