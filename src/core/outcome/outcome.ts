/** How a run ended; report/ shows it to users and programs. */
import type { Check } from '../checks/check.js'
import type { Cause } from '../diagnosis/explain-failures.js'
import type { LogTail } from '../diagnosis/log-tail.js'
import type { TaskSpan } from '../diagnosis/task-span.js'
import type { Target } from '../ecs/service.js'
import type { Notice } from '../errors/notice.js'
import type { Problem } from '../errors/problem.js'
import type { Plan } from '../plan/plan.js'
import { truncateList } from '../text/truncate-list.js'
import { combine, type OutcomeName, outcomes } from './outcomes.js'
import type { Rollout } from './rollout.js'
import { nameOfService, rolloutOfService, type ServiceResult } from './service-result.js'

export interface Registered {
  readonly arn: string
  readonly revision: string
}

/** Of the one-off task before the services are updated. */
export interface TaskResult {
  readonly task: TaskSpan
  readonly causes: readonly Cause[]
  readonly logs: readonly LogTail[]
}

export interface Outcome {
  readonly name: OutcomeName
  readonly plan: Plan | undefined
  readonly revision: Registered | undefined
  /** path of the rendered task definition */
  readonly definitionFile: string | undefined
  readonly task: TaskResult | undefined
  /** none if a revision was only registered */
  readonly services: readonly ServiceResult[]
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** do not decide the outcome */
  readonly notices: readonly Notice[]
}

export type Ended = Omit<Outcome, 'notices'>

const nothing: Omit<Ended, 'name'> = {
  plan: undefined,
  revision: undefined,
  definitionFile: undefined,
  task: undefined,
  services: [],
  problems: [],
  checks: [],
}

/** Before anything was deployed. */
export function canceled(targets: readonly Target[], revision: Registered | undefined): Ended {
  return { ...nothing, name: 'cancelled', revision, services: untouched('cancelled', targets, undefined) }
}

/** A dry run. */
export function planned(targets: readonly Target[], plan: Plan | undefined): Ended {
  const services = untouched('planned', targets, plan)
  return { ...nothing, name: 'planned', plan, checks: plan?.checks ?? [], services }
}

/** Without a service. */
export function registered(plan: Plan, revision: Registered): Ended {
  return { ...nothing, name: 'registered', plan, checks: plan.checks, revision }
}

export interface RefusalParts {
  readonly targets: readonly Target[]
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  readonly plan: Plan | undefined
  /** registered before ECS refused to deploy it */
  readonly revision: Registered | undefined
}

export function refused({ targets, problems, ...parts }: RefusalParts): Ended {
  return {
    ...nothing,
    ...parts,
    name: 'refused',
    problems: truncateList(problems, maxProblems, moreProblems),
    services: untouched('refused', targets, parts.plan),
  }
}

export interface Deployed {
  readonly plan: Plan
  readonly revision: Registered | undefined
  readonly services: readonly ServiceResult[]
  /** of services that could not be updated */
  readonly problems: readonly Problem[]
}

export function deployed({ plan, revision, services, problems }: Deployed): Ended {
  const name = combine(services.map(nameOfService))
  if (!name) throw new TypeError('a deployment has a service')
  return { ...nothing, name, plan, checks: plan.checks, revision, services, problems }
}

function untouched(
  name: 'planned' | 'refused' | 'cancelled',
  targets: readonly Target[],
  plan: Plan | undefined,
): ServiceResult[] {
  return targets.map(target => ({
    kind: 'untouched',
    name,
    target,
    plan: plan?.services.find(({ observed }) => isSame(observed.target, target)),
  }))
}

function isSame(one: Target, other: Target): boolean {
  return one.cluster === other.cluster && one.service === other.service
}

/** A file of the wrong kind has a problem on each line. */
const maxProblems = 50

function moreProblems(count: number): Problem {
  return { subject: 'and', text: `${count} more problems: fix those above first` }
}

export function isGreen({ name }: Pick<Outcome, 'name'>): boolean {
  return outcomes[name].green
}

export function needsAttention(outcome: Outcome): boolean {
  const { green, unverified } = outcomes[outcome.name]
  return unverified || (green && outcome.services.some(hasFailedTasks))
}

function hasFailedTasks(service: ServiceResult): boolean {
  return service.kind === 'ended' && service.rollout.failedTasks > 0
}

/** The first that has the outcome of the run. */
export function decisiveService({ name, services }: Outcome): ServiceResult | undefined {
  return services.find(service => nameOfService(service) === name)
}

export function decisiveRollout(outcome: Outcome): Rollout | undefined {
  const service = decisiveService(outcome)
  return service && rolloutOfService(service)
}

/** Another revision may have been deployed after the plan was made. */
export function previousRevision(outcome: Outcome): string | undefined {
  return decisiveRollout(outcome)?.tracked.previous ?? outcome.plan?.services[0]?.previous
}

export function servingRevision(outcome: Outcome): string | undefined {
  const service = decisiveService(outcome)
  return service?.kind === 'unchanged' ? service.serving : decisiveRollout(outcome)?.serving
}
