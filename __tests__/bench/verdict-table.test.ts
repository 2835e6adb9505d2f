import { expect, test } from '@jest/globals'
import type { StepFigures } from '../../bench/play-step.js'
import { isRight, namesCause } from '../../bench/verdict-scenarios.js'
import { type Played, ratio, summaryTable, verdictTable } from '../../bench/verdict-table.js'

const figures: StepFigures = {
  exitCode: 1,
  logText: 'Task failed ELB health checks',
  lag: 4,
  lasted: 100,
  calls: 60,
  ecsCalls: 50,
  bucket: 'service-read',
  bucketCalls: 16,
  untilFirstRequest: 150,
  afterLastRequest: 20,
}

const portMismatch = { name: 'port-mismatch', outcome: 'rolled-back' }
const healthy = { name: 'healthy', outcome: 'succeeded' }

function played(contender: string, scenario: Played['scenario'], ...rounds: Partial<StepFigures>[]): Played {
  return { contender, scenario, rounds: rounds.map(round => ({ ...figures, ...round })) }
}

/** The cells of each row below the rule. */
function cells(table: string): string[][] {
  return table
    .split('\n')
    .slice(2)
    .map(line =>
      line
        .slice(2, -2)
        .split(' | ')
        .map(cell => cell.trim()),
    )
}

test('each row has its medians over the rounds, and their ratio to ours', () => {
  const rows = cells(
    verdictTable([
      played('ours', portMismatch, { lag: 2 }, { lag: 6 }, { lag: 3, bucketCalls: 20 }),
      played('peer', portMismatch, { lag: 9, calls: 6, ecsCalls: 6, bucketCalls: 4, logText: 'rolled back' }),
    ]),
  )

  expect(rows).toEqual([
    [
      'port-mismatch: rolled-back',
      'ours',
      '1',
      'yes',
      'yes',
      '3.0',
      '1.0',
      '100',
      '60',
      '1.00',
      '50',
      '20 service-read',
    ],
    ['', 'peer', '1', 'yes', 'no', '9.0', '3.0', '100', '6', '0.10', '6', '4 service-read'],
  ])
})

test.each([
  {
    name: 'one wrong round makes it wrong',
    rounds: [{}, { exitCode: 0 }],
    exit: '1, 0',
    right: 'WRONG',
    why: 'yes',
  },
  {
    name: 'one silent round makes it silent',
    rounds: [{}, { logText: '' }],
    exit: '1',
    right: 'yes',
    why: 'no',
  },
  { name: 'a killed process', rounds: [{ exitCode: null }], exit: 'killed', right: 'WRONG', why: 'yes' },
])('$name', ({ rounds, exit, right, why }) => {
  const [row] = cells(verdictTable([played('ours', portMismatch, ...rounds)]))

  expect(row?.slice(2, 5)).toEqual([exit, right, why])
})

test('there is no lag without a decision of ECS, and no cause without a failure', () => {
  const [row] = cells(verdictTable([played('ours', healthy, { exitCode: 0, lag: undefined })]))

  expect(row?.slice(2, 7)).toEqual(['0', 'yes', '–', '–', '–'])
})

test('the summary compares the scenarios of every contender, and the lags of correct verdicts', () => {
  const rows = cells(
    summaryTable([
      played('ours', portMismatch, { lag: 2 }),
      played('peer', portMismatch, { lag: 8, logText: '', calls: 15 }),
      played('ours', healthy, { exitCode: 0, lag: 4 }),
      played('peer', healthy, { exitCode: 1, lag: -90, calls: 15 }),
      played('ours', { name: 'superseded', outcome: 'superseded' }, { lag: 1_000 }),
    ]),
  )

  expect(rows).toEqual([
    ['ours', '2 of 2', '1 of 1', '3.0', '1.0', '4.0', '60', '1.00'],
    ['peer', '1 of 2', '0 of 1', '8.0', '2.7', '8.0', '15', '0.25'],
  ])
})

test.each([
  { name: 'twice as long', theirs: 6, ours: 3, expected: 2 },
  { name: 'theirs ended before ECS decided', theirs: -5, ours: 3, expected: undefined },
  { name: 'ours ended before ECS decided', theirs: 5, ours: -3, expected: undefined },
  { name: 'ECS decided nothing', theirs: undefined, ours: 3, expected: undefined },
])('$name: the ratio is $expected', ({ theirs, ours, expected }) => {
  expect(ratio(theirs, ours)).toBe(expected)
})

test.each([
  { outcome: 'succeeded', exitCode: 0, right: true },
  { outcome: 'idle', exitCode: 0, right: true },
  { outcome: 'rolled-back', exitCode: 0, right: false },
  { outcome: 'unknown', exitCode: 1, right: true },
  { outcome: 'succeeded', exitCode: 1, right: false },
  { outcome: 'rolled-back', exitCode: null, right: false },
])('exit code $exitCode is correct after $outcome: $right', ({ outcome, exitCode, right }) => {
  expect(isRight({ outcome }, exitCode)).toBe(right)
})

test.each([
  {
    name: 'image-missing',
    said: 'CannotPullContainerError: pull image manifest has been retried',
    names: true,
  },
  { name: 'image-missing', said: 'The deployment was not found', names: false },
  { name: 'crash-at-start', said: 'Essential container in task exited', names: true },
  { name: 'healthy', said: 'Everything is well', names: undefined },
])('$name: "$said" names the cause: $names', ({ name, said, names }) => {
  expect(namesCause({ name }, said)).toBe(names)
})
