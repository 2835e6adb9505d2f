/** The truth, in time, over answers that trickle, never end, halt, are cut, mangled or replayed. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { malformations } from '../../simulator/protocol/faults/malformed-response.js'
import { isDeep } from '../support/tier.js'
import { checkWorlds } from './check-worlds.js'

const operations = fc.constantFrom<readonly string[] | undefined>(
  undefined,
  ['DescribeServices'],
  ['UpdateService'],
  ['DescribeServices', 'UpdateService'],
  ['ListServiceDeployments', 'DescribeServiceDeployments'],
  ['ListTasks', 'DescribeTasks'],
  ['DescribeTaskDefinition', 'RegisterTaskDefinition'],
  ['StopServiceDeployment'],
  ['GetLogEvents', 'DescribeAlarms', 'DescribeTargetHealth'],
)

const kind = fc.oneof(
  fc.constantFrom(
    { kind: 'trickling-response' as const },
    { kind: 'endless-response' as const },
    { kind: 'stalled-response' as const },
    { kind: 'truncated-response' as const },
    { kind: 'connection-reset' as const, when: 'after-effect' as const },
    { kind: 'replayed-response' as const },
  ),
  fc.constantFrom(...malformations).map(how => ({ kind: 'malformed-response' as const, how })),
)

/** Some of the answers, or all of them from a moment on. */
const extent = fc.oneof(
  fc.record({ rate: fc.constantFrom(0.05, 0.2, 0.5) }),
  fc.record({ skip: fc.constantFrom(1, 4, 10, 30) }),
)

const wire: fc.Arbitrary<Fault> = fc
  .tuple(kind, operations, extent)
  .map(([fault, some, share]) => ({ ...fault, ...(some && { operations: some }), ...share }))

test('hostile answers', async () => {
  const { outcomes } = await checkWorlds(
    'hostile answers',
    { acts: 1, faults: 3, cancels: true, wire, seed: 20_261_121 },
    500,
  )
  if (!isDeep) return
  expect(Object.keys(outcomes).sort()).toEqual(
    expect.arrayContaining(['refused', 'rolled-back', 'succeeded', 'timed-out', 'unknown']),
  )
})
