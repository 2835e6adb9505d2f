/** How a run ended; report/ shows it to users and programs. */
import type { Check } from '../checks/check.js'
import type { Target } from '../ecs/service.js'
import type { Notice } from '../errors/notice.js'
import { distinctProblems, type Problem } from '../errors/problem.js'
import type { Plan } from '../plan/plan.js'
import { arnOfTask } from '../plan/task-revision.js'
import { truncateList } from '../text/truncate-list.js'
import type { WaitingHook } from '../watch/watch-result.js'
import { combine, type OutcomeName, outcomes } from './outcomes.js'
import type { Rollout } from './rollout.js'
import {
  nameOfService,
  rolloutOfService,
  type ServiceResult,
  takeBackOf,
  type UntouchedName,
} from './service-result.js'
import { servingRevisions } from './serving.js'
import { allowsDeployment, type TaskResult } from './task-result.js'
import type { VerificationResult } from './verification-result.js'

export interface Registered {
  readonly arn: string
  readonly revision: string
}

export interface Outcome {
  readonly name: OutcomeName
  readonly plan: Plan | undefined
  readonly revision: Registered | undefined
  /** from the file of `run-task-definition` */
  readonly registeredForTask: Registered | undefined
  /** path of the rendered task definition */
  readonly definitionFile: string | undefined
  /** undefined: no one-off task, or none was started */
  readonly task: TaskResult | undefined
  /** none if a revision was only registered */
  readonly services: readonly ServiceResult[]
  /** undefined: nobody wanted one, or nothing was watched */
  readonly verification: VerificationResult | undefined
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** do not decide the outcome */
  readonly notices: readonly Notice[]
}

export type Ended = Omit<Outcome, 'notices'>

const nothing: Omit<Ended, 'name'> = {
  plan: undefined,
  revision: undefined,
  registeredForTask: undefined,
  definitionFile: undefined,
  task: undefined,
  services: [],
  verification: undefined,
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
    problems: truncateList(distinctProblems(problems), maxProblems, moreProblems),
    services: untouched('refused', targets, parts.plan),
  }
}

/** A one-off task that failed, or of which nothing is known: no service is updated. */
export function endedByTask(
  task: TaskResult,
  { targets, plan, revision }: Pick<RefusalParts, 'targets' | 'plan' | 'revision'>,
): Ended {
  const name = outcomeOfTask(task)
  const checks = plan?.checks ?? []
  return { ...nothing, name, plan, revision, task, checks, services: untouched(name, targets, plan) }
}

function outcomeOfTask({ kind }: TaskResult): 'refused' | 'timed-out' | 'cancelled' | 'unknown' {
  switch (kind) {
    case 'not-placed':
    case 'failed':
      return 'refused'
    case 'unconfirmed':
    case 'lost':
      return 'unknown'
    case 'timed-out':
    case 'cancelled':
      return kind
    case 'started':
    case 'succeeded':
      throw new TypeError(`a task that ${kind} does not end a run`)
  }
}

/** The task that kept the services from being updated. */
export function blockingTask({ task }: Pick<Outcome, 'task'>): TaskResult | undefined {
  return task && !allowsDeployment(task) ? task : undefined
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

function untouched(name: UntouchedName, targets: readonly Target[], plan: Plan | undefined): ServiceResult[] {
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
  return unverified || (green && outcome.services.some(hasTrouble))
}

function hasTrouble(service: ServiceResult): boolean {
  if (service.kind !== 'ended') return false
  const { failedTasks, impact, takeBack } = service.rollout
  return takeBack !== undefined || failedTasks > 0 || impact.kind === 'outage'
}

/** The first that has the outcome of the run, and rather one that failed than one that was taken back for it. */
export function decisiveService({ name, services }: Outcome): ServiceResult | undefined {
  const worst = services.filter(service => nameOfService(service) === name)
  return worst.find(service => !takeBackOf(service)) ?? worst[0]
}

export function decisiveRollout(outcome: Outcome): Rollout | undefined {
  const service = decisiveService(outcome)
  return service && rolloutOfService(service)
}

/** The pause hook at which the deployment still waits for somebody. */
export function openPause(outcome: Outcome): WaitingHook | undefined {
  const service = decisiveService(outcome)
  if (service?.kind !== 'ended') return undefined
  const { result, rollout } = service
  if (result.kind === 'paused') return result.hook
  const isLeft = 'rollback' in result && result.rollback.kind === 'left'
  return isLeft ? rollout.pendingHook?.pause : undefined
}

/** Another revision may have been deployed after the plan was made. */
export function previousRevision(outcome: Outcome): string | undefined {
  return decisiveRollout(outcome)?.tracked.previous ?? outcome.plan?.services[0]?.previous
}

/** ARN of what the one-off task ran, or was registered for it. */
export function runTaskDefinition({ plan, registeredForTask, revision, task }: Outcome): string | undefined {
  if (registeredForTask || !task || !plan?.task) return registeredForTask?.arn
  return arnOfTask(plan.task.revision, plan.revision) ?? revision?.arn
}

/** ARNs, newest first. */
export function servingArns(outcome: Outcome): readonly string[] {
  const service = decisiveService(outcome)
  if (service?.kind === 'unchanged') return service.serving === undefined ? [] : [service.serving]
  const serving = decisiveRollout(outcome)?.serving
  return serving ? servingRevisions(serving).map(({ taskDefinition }) => taskDefinition) : []
}
