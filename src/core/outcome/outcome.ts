/** What a run ends with. Everything that users and programs see of it is a projection, made in report/. */
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

/** A revision as it was registered. */
export interface Registered {
  readonly arn: string
  readonly revision: string
}

/** What became of the one-off task that runs before the services are updated. */
export interface TaskResult {
  readonly task: TaskSpan
  readonly causes: readonly Cause[]
  readonly logs: readonly LogTail[]
}

export interface Outcome {
  readonly name: OutcomeName
  /** what was to be done, as far as it was known */
  readonly plan: Plan | undefined
  /** the revision that was registered */
  readonly revision: Registered | undefined
  /** the path of the rendered task definition, if it was written */
  readonly definitionFile: string | undefined
  readonly task: TaskResult | undefined
  /** one for each service; none: the revision was only to be registered */
  readonly services: readonly ServiceResult[]
  /** what the user must fix */
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** what a person should know and what did not decide the outcome */
  readonly notices: readonly Notice[]
}

/** An outcome before the notices of the run are added. */
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

/** The workflow was canceled before anything was deployed. */
export function canceled(targets: readonly Target[], revision: Registered | undefined): Ended {
  return { ...nothing, name: 'cancelled', revision, services: untouched('cancelled', targets, undefined) }
}

/** A dry run; without a plan there was nothing to plan with. */
export function planned(targets: readonly Target[], plan: Plan | undefined): Ended {
  const services = untouched('planned', targets, plan)
  return { ...nothing, name: 'planned', plan, checks: plan?.checks ?? [], services }
}

/** No service was given. */
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

/** Services were updated, or need not be. */
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

/** A wrong kind of file or input has a problem on each of its lines. */
const maxProblems = 50

function moreProblems(count: number): Problem {
  return { subject: 'and', text: `${count} more problems: fix those above first` }
}

/** Whether the step passes. */
export function isGreen({ name }: Pick<Outcome, 'name'>): boolean {
  return outcomes[name].green
}

/** Green, but nothing was verified, or tasks failed on the way. */
export function needsAttention(outcome: Outcome): boolean {
  const { green, unverified } = outcomes[outcome.name]
  return unverified || (green && outcome.services.some(hasFailedTasks))
}

function hasFailedTasks(service: ServiceResult): boolean {
  return service.kind === 'ended' && service.rollout.failedTasks > 0
}

/** The service that gave the run its outcome: of several with that outcome, the first. */
export function decisiveService({ name, services }: Outcome): ServiceResult | undefined {
  return services.find(service => nameOfService(service) === name)
}

/** The rollout of that service, if it was updated. */
export function decisiveRollout(outcome: Outcome): Rollout | undefined {
  const service = decisiveService(outcome)
  return service && rolloutOfService(service)
}

/** The revision that this one replaced, or would: somebody may have deployed another one after the plan was made. */
export function previousRevision(outcome: Outcome): string | undefined {
  return decisiveRollout(outcome)?.tracked.previous ?? outcome.plan?.services[0]?.previous
}

/** The revision that serves at the end, if that is known. */
export function servingRevision(outcome: Outcome): string | undefined {
  const service = decisiveService(outcome)
  return service?.kind === 'unchanged' ? service.serving : decisiveRollout(outcome)?.serving
}
