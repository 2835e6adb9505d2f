import { expect, test } from '@jest/globals'
import { checkCourse } from '../../conformance/check-course.js'
import type { JsonObject } from '../../conformance/json.js'
import type { Requirement, World } from '../../conformance/world.js'

interface Row {
  readonly name: string
  readonly path: string
  readonly requirement: Requirement
  readonly holds: readonly JsonObject[]
  readonly fails: readonly JsonObject[]
  readonly problem: string
}

const rows: readonly Row[] = [
  {
    name: 'ends',
    path: 'status',
    requirement: { ends: ['STOPPED'] },
    holds: [{ status: 'PENDING' }, { status: 'STOPPED' }],
    fails: [{ status: 'STOPPED' }, { status: 'PENDING' }],
    problem: 'expected "STOPPED" at the end, found "PENDING"',
  },
  {
    name: 'matches',
    path: 'items[].reason',
    requirement: { matches: /^rolling back/ },
    holds: [{ items: [{ reason: 'other' }, { reason: 'rolling back to 1' }] }],
    fails: [{ items: [{ reason: 'other' }] }, { items: [{ reason: 'other' }] }],
    problem: 'nothing matches /^rolling back/: "other"',
  },
  {
    name: 'in order, of a list with the newest first',
    path: 'events[]',
    requirement: { inOrder: [/failed/, /rolling back/] },
    holds: [{ events: ['rolling back', 'stopped', 'failed'] }],
    fails: [{ events: ['failed', 'rolling back'] }],
    problem: 'nothing matches /rolling back/ after the events before it: "rolling back", "failed"',
  },
  {
    name: 'absent',
    path: 'rollback',
    requirement: { isAbsent: true },
    holds: [{}],
    fails: [{ rollback: 'x' }, {}],
    problem: 'found "x"',
  },
  {
    name: 'at least',
    path: 'failed',
    requirement: { atLeast: 3 },
    holds: [{ failed: 1 }, { failed: 4 }],
    fails: [{ failed: 2 }],
    problem: 'expected at least 3, found 2',
  },
]

function problemOf({ path, requirement }: Row, outputs: readonly JsonObject[]): string | undefined {
  const expectation = { fact: 'f', source: 's', step: 'read', path, ...requirement }
  const world: World = { name: 'w', shows: '', minutes: 1, taskMinutes: 1, steps: [], course: [expectation] }
  const entries = outputs.map(output => ({ step: 'read', operation: 'DescribeServices' as const, output }))
  const source = { kind: 'simulator', date: '2026-12-01' } as const
  return checkCourse(world, { world: 'w', source, entries })[0]?.problem
}

test.each(rows)('$name', row => {
  expect(problemOf(row, row.holds)).toBeUndefined()
  expect(problemOf(row, row.fails)).toBe(row.problem)
  expect(problemOf(row, [])).toBe('there is no answer at step read')
})

test('what polls of an account may miss is not seen there, and fails in the simulator', () => {
  const expectation = {
    fact: 'f',
    source: 's',
    step: 'read',
    path: 'reason',
    matches: /x/,
    mayBeMissed: true,
  } as const
  const world: World = { name: 'w', shows: '', minutes: 1, taskMinutes: 1, steps: [], course: [expectation] }
  const entries = [{ step: 'read', operation: 'DescribeServices' as const, output: { reason: 'y' } }]
  const isUnknown = (kind: 'account' | 'simulator') =>
    checkCourse(world, { world: 'w', source: { kind, date: '2026-12-01' }, entries })[0]?.isUnknown
  expect([isUnknown('account'), isUnknown('simulator')]).toStrictEqual([true, false])
})
