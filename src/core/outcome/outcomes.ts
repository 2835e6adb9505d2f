/** The names are public: the output `outcome`, docs/reference.md and docs/schema/result.json have the same ones. */
import type { CheckId } from '../checks/checks.js'

interface OutcomeRow {
  /** the step passes */
  readonly green: boolean
  /** green, although nothing was verified */
  readonly unverified: boolean
  /** the highest of several services decides */
  readonly severity: number
  /** within a sentence */
  readonly label: string
  /** in the job summary */
  readonly mark: string
  /** last status of GitHub's deployment record: undecided is no `failure` */
  readonly gitHubState: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
  /** by ECS */
  readonly completed: boolean
  /** title of the pull request comment; undefined: no comment */
  readonly pullRequestLabel: string | undefined
  /** in the job summary */
  readonly showsPlan: boolean
  /** in the job summary */
  readonly showsHistory: boolean
  /** the check that warns of the same; it replaces the annotation */
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
  paused: {
    green: true,
    unverified: true,
    severity: 6,
    label: 'paused',
    mark: '⚠️',
    gitHubState: 'in_progress',
    completed: false,
    pullRequestLabel: undefined,
    showsPlan: false,
    showsHistory: true,
    warnedBy: undefined,
  },
  refused: {
    green: false,
    unverified: false,
    severity: 7,
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
    severity: 8,
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
    severity: 9,
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
    severity: 10,
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
    severity: 11,
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
    severity: 12,
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
    severity: 13,
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

/** The most severe. */
export function combine(names: readonly OutcomeName[]): OutcomeName | undefined {
  const [first, ...others] = names
  if (first === undefined) return undefined
  return others.reduce(
    (worst, name) => (outcomes[name].severity > outcomes[worst].severity ? name : worst),
    first,
  )
}
