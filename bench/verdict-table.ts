/** The verdicts of several contenders side by side: medians over the rounds, each compared with the first contender. */
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { max, median } from './figures.js'
import type { StepFigures } from './play-step.js'
import { number, table } from './table.js'
import { isRight, namesCause } from './verdict-scenarios.js'

/** What one contender did in one scenario, once a round. */
export interface Played {
  readonly scenario: Pick<Scenario, 'name' | 'outcome'>
  readonly contender: string
  readonly rounds: readonly StepFigures[]
}

export function verdictTable(all: readonly Played[]): string {
  return table(
    [
      'scenario',
      'contender',
      'exit',
      'right',
      'says why',
      'lag s',
      'against ours',
      'lasted s',
      'calls',
      'against ours',
      'to ECS',
      'busiest bucket',
    ],
    all.map(played => {
      const ours = all.find(({ scenario }) => scenario.name === played.scenario.name) ?? played
      const isFirst = ours === played
      return [
        isFirst ? `${played.scenario.name}: ${played.scenario.outcome}` : '',
        played.contender,
        [...new Set(played.rounds.map(({ exitCode }) => exitCode ?? 'killed'))].join(', '),
        wasRight(played) ? 'yes' : 'WRONG',
        { true: 'yes', false: 'no', undefined: '–' }[`${namesWhy(played)}`],
        number(lagOf(played)),
        number(ratio(lagOf(played), lagOf(ours))),
        number(lastedOf(played), 0),
        number(callsOf(played), 0),
        number(ratio(callsOf(played), callsOf(ours)), 2),
        number(median(played.rounds.map(({ ecsCalls }) => ecsCalls)), 0),
        busiestOf(played),
      ]
    }),
  )
}

/** Each contender over all scenarios that every one of them played. */
export function summaryTable(all: readonly Played[]): string {
  const contenders = [...new Set(all.map(({ contender }) => contender))]
  const playedByAll = (name: string) =>
    contenders.every(contender => all.some(one => one.scenario.name === name && one.contender === contender))
  const overall = contenders.map(contender => {
    const own = all.filter(one => one.contender === contender && playedByAll(one.scenario.name))
    const withCause = own.map(namesWhy).filter(named => named !== undefined)
    // A wrong verdict is not a quick one.
    const lags = own.filter(wasRight).flatMap(one => lagOf(one) ?? [])
    return {
      contender,
      right: `${own.filter(wasRight).length} of ${own.length}`,
      why: `${withCause.filter(named => named).length} of ${withCause.length}`,
      lag: median(lags),
      lagMax: max(lags),
      calls: median(own.flatMap(one => callsOf(one) ?? [])),
    }
  })
  return table(
    ['', 'right', 'says why', 'lag median s', 'against ours', 'lag max s', 'calls median', 'against ours'],
    overall.map(({ contender, right, why, lag, lagMax, calls }) => [
      contender,
      right,
      why,
      number(lag),
      number(ratio(lag, overall[0]?.lag)),
      number(lagMax),
      number(calls, 0),
      number(ratio(calls, overall[0]?.calls), 2),
    ]),
  )
}

/** Undefined where one of them is undefined, or ended before ECS decided. */
export function ratio(theirs: number | undefined, ours: number | undefined): number | undefined {
  if (theirs === undefined || ours === undefined || theirs <= 0 || ours <= 0) return undefined
  return theirs / ours
}

function wasRight({ scenario, rounds }: Played): boolean {
  return rounds.every(({ exitCode }) => isRight(scenario, exitCode))
}

function namesWhy({ scenario, rounds }: Played): boolean | undefined {
  const named = rounds.map(round => namesCause(scenario, round.logText))
  return named.includes(undefined) ? undefined : named.every(one => one)
}

function lagOf({ rounds }: Played): number | undefined {
  return median(rounds.flatMap(({ lag }) => lag ?? []))
}

function lastedOf({ rounds }: Played): number | undefined {
  return median(rounds.map(({ lasted }) => lasted))
}

function callsOf({ rounds }: Played): number | undefined {
  return median(rounds.map(({ calls }) => calls))
}

function busiestOf({ rounds }: Played): string {
  const { bucket, bucketCalls } = rounds.toSorted((a, b) => b.bucketCalls - a.bucketCalls)[0] ?? {}
  return bucket === undefined ? '–' : `${bucketCalls} ${bucket}`
}
