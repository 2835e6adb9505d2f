/** Each outcome in three sentences: what happened, why, and one thing to do next. The same everywhere it is told. */
import { revisionName, shortTask } from '../core/arn.js'
import { assertNever } from '../core/assert-never.js'
import type { FailureGroup } from '../core/diagnose.js'
import { classOfReason, explainExit, nextStep } from '../core/diagnose.js'
import { elapsed } from '../core/elapsed.js'
import type { Outcome, Rollout } from '../core/outcome.js'

export interface Wording {
  /** `web:8 did not become healthy; web:7 serves.` */
  readonly what: string
  readonly why?: string
  readonly next?: string
}

export function word(outcome: Outcome): Wording {
  switch (outcome.kind) {
    case 'refused':
      return refused(outcome)
    case 'planned': {
      const { plan } = outcome
      const service = plan.kind === 'deploy' ? ` and deployed to ${plan.observed.service.name}` : ''
      return { what: `a new revision of ${plan.family} would be registered${service}; nothing was changed.` }
    }
    case 'registered':
      return {
        what: `${revisionName(outcome.registered.arn)} is registered; no service was given, so nothing was deployed.`,
      }
    case 'started':
      return {
        what: `the deployment of ${revisionName(outcome.rollout.registered.arn)} was started and not watched: nothing was verified.`,
        next: 'Leave out wait-for-service-stability: false, so that this step knows how it ends.',
      }
    case 'lost':
      return {
        what: `it is not known whether ${revisionName(outcome.registered.arn)} is being deployed.`,
        why: `${outcome.reason}.`,
        next: `Look at the deployments of ${outcome.plan.observed.service.name} before you run this again.`,
      }
    case 'ended':
      return ended(outcome)
    default:
      return assertNever(outcome)
  }
}

function refused({ problems, checks, registered }: Extract<Outcome, { kind: 'refused' }>): Wording {
  const refusing = checks.filter(check => check.result === 'refused')
  const count = problems.length + refusing.length
  const unchanged = registered
    ? `${revisionName(registered.arn)} is registered, the service was not changed.`
    : 'nothing was changed.'
  const todo = refusing[0]?.next
  return {
    what: `${count} ${count === 1 ? 'problem' : 'problems'}, ${unchanged}`,
    ...(todo ? { next: todo } : {}),
  }
}

function ended({ ending, rollout }: Extract<Outcome, { kind: 'ended' }>): Wording {
  const ours = revisionName(rollout.registered.arn)
  const took = elapsed(rollout.endedAt - rollout.tracked.startedAt)
  const wanted = rollout.desiredCount
  switch (ending.kind) {
    case 'succeeded':
      return { what: `${ours} serves, ${ending.running} of ${wanted} running, after ${took}.` }
    case 'idle':
      return {
        what: `the deployment of ${ours} completed, but the service wants 0 tasks: nothing was verified.`,
        next: 'Watch the first start of a task, or deploy while the service wants tasks.',
      }
    case 'rolled-back':
      return {
        what: `${ours} ${rollout.failures.length > 0 ? 'did not become healthy' : 'was rolled back'}; ${revisionName(ending.serving)} serves.`,
        ...because(rollout, ending.reason ?? 'ECS gives no reason; somebody may have asked for it'),
      }
    case 'failed':
      return {
        what: `${ours} failed and nothing rolled it back; ${stillRunning(rollout, ending.running)}.`,
        ...because(rollout, ending.reason),
      }
    case 'superseded': {
      const theirs = revisionName(ending.by.taskDefinition)
      const fates = {
        undecided: `before ${ours} was decided`,
        completed: `right after ${ours} had completed`,
        'rolling-back': `while ${ours} was being rolled back`,
      }
      return {
        what: `another deployment, ${ending.by.id} of ${theirs}, took over ${fates[ending.fate]}.`,
        ...(ending.fate === 'rolling-back' ? because(rollout, undefined) : {}),
        next: `Look at what deployed ${theirs}; give the jobs that deploy this service one concurrency group.`,
      }
    }
    case 'timed-out':
      return {
        what: `${ours} was not decided within ${ending.minutes} ${ending.minutes === 1 ? 'minute' : 'minutes'}; the deployment goes on in ECS.`,
        ...because(rollout, undefined),
        next:
          rollout.failedTasks > 0
            ? nextOf(rollout)
            : 'Raise wait-for-minutes, or look at what the tasks wait for.',
      }
    case 'unknown':
      return {
        what: `${ours} was started, but how it ends could not be seen.`,
        why: `${sentence(ending.reason)}`,
        next: `Look at ${rollout.tracked.deploymentId} of ${rollout.plan.observed.service.name} in ECS before you deploy again.`,
      }
    default:
      return assertNever(ending)
  }
}

function stillRunning(rollout: Rollout, running: number): string {
  const ours = revisionName(rollout.registered.arn)
  if (rollout.serving !== undefined && rollout.serving !== rollout.registered.arn) {
    return `${revisionName(rollout.serving)} still runs`
  }
  if (running === 0) return 'no task runs'
  const tasks = `${running} ${running === 1 ? 'task' : 'tasks'} of ${ours}`
  return `${tasks} still ${running === 1 ? 'runs' : 'run'}`
}

/** The failures of the tasks say more than the reason that ECS gives for the whole. */
function because(
  { failures, failedTasks }: Rollout,
  reason: string | undefined,
): Pick<Wording, 'why' | 'next'> {
  const [worst] = failures
  if (!worst)
    return reason ? { why: sentence(reason), next: nextStep({ failureClass: classOfReason(reason) }) } : {}
  return { why: sentence(describe(worst, failedTasks)), next: nextStep(worst) }
}

function nextOf({ failures: [worst] }: Rollout): string {
  return worst ? nextStep(worst) : ''
}

/** `3 of 3 failed tasks: Task failed ELB health checks in (target-group web)` */
export function describe(group: FailureGroup, failedTasks: number): string {
  const { tasks, reason, container, exitCode } = group
  const [only] = tasks
  const share =
    tasks.length === 1 && failedTasks === 1 && only
      ? `task ${shortTask(only)}`
      : `${tasks.length} of ${failedTasks} failed tasks`
  return `${share}: ${reason.replace(/\.$/, '')}${exitText(container, exitCode)}`
}

function exitText(container: string | undefined, exitCode: number | undefined): string {
  if (exitCode === undefined) return ''
  const meaning = explainExit(exitCode)
  return `; ${container} ended with exit code ${exitCode}${meaning ? `, ${meaning}` : ''}`
}

function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
