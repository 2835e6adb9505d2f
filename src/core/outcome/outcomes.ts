/**
 * The outcomes, one row each. The names are public: the output `outcome`, the README and docs/schema/result.json have
 * the same ones.
 */
import type { CheckId } from '../checks/checks.js'

interface OutcomeRow {
  /** whether the step passes */
  readonly green: boolean
  /** green, although nothing was verified */
  readonly unverified: boolean
  /** of several services the highest names the outcome of the run */
  readonly severity: number
  /** the name within a sentence */
  readonly label: string
  /** the mark in the job summary */
  readonly mark: string
  /** the last status of the deployment record at GitHub: what was not decided is no `failure` */
  readonly gitHubState: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
  /** ECS completed the deployment */
  readonly completed: boolean
  /** the title of the comment on a pull request; undefined: no comment is written */
  readonly pullRequestLabel: string | undefined
  /** whether the job summary shows what would be done */
  readonly showsPlan: boolean
  /** whether the job summary lists the last deployments of the service */
  readonly showsHistory: boolean
  /** the check whose warning says the same: it gets no annotation of its own */
  readonly warnedBy: CheckId | undefined
}

export const outcomes = {
  'no-change': {
    green: true,
    unverified: false,
    severity: 0,
    label: 'no change',
    mark: '✅',
    gitHubState: 'success',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: false,
    warnedBy: undefined,
  },
  succeeded: {
    green: true,
    unverified: false,
    severity: 1,
    label: 'succeeded',
    mark: '✅',
    gitHubState: 'success',
    completed: true,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  registered: {
    green: true,
    unverified: false,
    severity: 2,
    label: 'registered',
    mark: '✅',
    gitHubState: 'inactive',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: false,
    warnedBy: undefined,
  },
  planned: {
    green: true,
    unverified: false,
    severity: 3,
    label: 'planned',
    mark: '📋',
    gitHubState: 'inactive',
    completed: false,
    pullRequestLabel: 'plan',
    showsPlan: true,
    showsHistory: true,
    warnedBy: undefined,
  },
  started: {
    green: true,
    unverified: true,
    severity: 4,
    label: 'started',
    mark: '⚠️',
    gitHubState: 'in_progress',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  idle: {
    green: true,
    unverified: true,
    severity: 5,
    label: 'idle',
    mark: '⚠️',
    gitHubState: 'success',
    completed: true,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: 'desired-count',
  },
  refused: {
    green: false,
    unverified: false,
    severity: 6,
    label: 'refused',
    mark: '❌',
    gitHubState: 'error',
    completed: false,
    pullRequestLabel: 'refused',
    showsPlan: true,
    showsHistory: false,
    warnedBy: undefined,
  },
  cancelled: {
    green: false,
    unverified: false,
    severity: 7,
    label: 'cancelled',
    mark: '🚫',
    gitHubState: 'error',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: false,
    warnedBy: undefined,
  },
  superseded: {
    green: false,
    unverified: false,
    severity: 8,
    label: 'superseded',
    mark: '❌',
    gitHubState: 'inactive',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  'rolled-back': {
    green: false,
    unverified: false,
    severity: 9,
    label: 'rolled back',
    mark: '❌',
    gitHubState: 'failure',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  'timed-out': {
    green: false,
    unverified: false,
    severity: 10,
    label: 'timed out',
    mark: '❌',
    gitHubState: 'error',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  unknown: {
    green: false,
    unverified: false,
    severity: 11,
    label: 'unknown',
    mark: '❓',
    gitHubState: 'error',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  failed: {
    green: false,
    unverified: false,
    severity: 12,
    label: 'failed',
    mark: '❌',
    gitHubState: 'failure',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
} as const satisfies Readonly<Record<string, OutcomeRow>>

export type OutcomeName = keyof typeof outcomes

/** The worst of the outcomes of several services; undefined where there are none. */
export function combine(names: readonly OutcomeName[]): OutcomeName | undefined {
  const [first, ...others] = names
  if (first === undefined) return undefined
  return others.reduce(
    (worst, name) => (outcomes[name].severity > outcomes[worst].severity ? name : worst),
    first,
  )
}
