/** Why a deployment ended as it did. Evidence says more than the reason that ECS gives. */
import { classOfReason, type FailureClass, nextStep } from '../../core/diagnosis/classes.js'
import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { revisionName, shortenEveryArn } from '../../core/ecs/arn.js'
import { tasksCommand } from '../../core/ecs/cli-commands.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { unhealthyTargetsText } from '../../core/resources/target-health.js'
import { formatElapsed } from '../../core/text/duration.js'
import { alarmStep, alarmsText } from '../summary/alarms.js'
import { type FailedTasks, failureSentence } from './failure-sentence.js'
import { sentence } from './sentence.js'

export interface Reason {
  readonly why?: string | undefined
  readonly next?: string | undefined
  /** undefined: derived from the sentence */
  readonly failureClass?: FailureClass | undefined
}

/** undefined if only ECS gives a reason */
export type PrimaryCause =
  | { readonly kind: 'verification'; readonly failureClass: 'verification'; readonly reason: string }
  | { readonly kind: 'alarms'; readonly failureClass: 'alarm' }
  | { readonly kind: 'hook'; readonly failureClass: 'lifecycle-hook'; readonly hook: string }
  | { readonly kind: 'tasks'; readonly failureClass: FailureClass; readonly cause: Cause }
  | { readonly kind: 'no-room'; readonly failureClass: 'placement'; readonly unplaced: string }

export function primaryCause(rollout: Rollout): PrimaryCause | undefined {
  const { verification } = rollout
  if (verification?.kind === 'failed')
    return { kind: 'verification', failureClass: 'verification', reason: verification.reason }
  if (rollout.alarms.length > 0) return { kind: 'alarms', failureClass: 'alarm' }
  if (rollout.failedHook) return { kind: 'hook', failureClass: 'lifecycle-hook', hook: rollout.failedHook }
  const [cause] = rollout.causes
  if (cause) return { kind: 'tasks', failureClass: cause.group.failureClass, cause }
  const unplaced = unplacedText(rollout)
  return unplaced === undefined ? undefined : { kind: 'no-room', failureClass: 'placement', unplaced }
}

/** `reason`: of the whole deployment, from ECS. */
export function explainOutcome(rollout: Rollout, reason: string | undefined): Reason {
  const primary = primaryCause(rollout)
  switch (primary?.kind) {
    case 'verification':
      return {
        why: named(primary.reason),
        next: nextStep('verification', { reason: primary.reason }),
      }
    case 'alarms':
      return { why: sentence(alarmsText(rollout.alarms, rollout.alarmDetails)), next: alarmStep(rollout) }
    case 'hook': {
      const text = reason && classOfReason(reason) === 'lifecycle-hook' ? reason : primary.hook
      return {
        why: named(text),
        next: nextStep('lifecycle-hook', { reason: text }),
      }
    }
    case 'tasks':
      return { why: named(failureSentence(ofRollout(rollout), primary.cause)), next: primary.cause.next }
    case 'no-room':
      return {
        why: named(primary.unplaced),
        next: nextStep('placement', { reason: primary.unplaced }),
      }
    case undefined:
      return reason ? reasonOfEcs(rollout, reason) : whatItWaitsFor(rollout)
  }
}

function ofRollout({ failedTasks, tracked }: Rollout): FailedTasks {
  return { failedTasks, revision: revisionName(tracked.taskDefinition) }
}

function reasonOfEcs({ tasksDenied, plan }: Rollout, reason: string): Reason {
  const failureClass = classOfReason(reason)
  if (tasksDenied && failureClass === 'other') {
    const command = tasksCommand(plan.observed.service, tasksDenied.named)
    return nextStepOf(
      {
        why: named(`${reason.trim().replace(/\.$/, '')}; why tasks failed could not be read`),
        next: 'Allow ecs:ListTasks and ecs:DescribeTasks as in docs/permissions.md of this action, so that the next deployment can say why.',
      },
      // API_DescribeTasks: at least an hour.
      tasksDenied.named.length > 0 ? `ECS keeps the reasons for an hour: ${command}` : undefined,
    )
  }
  return {
    why: named(reason),
    next: nextStep(failureClass, { reason }),
  }
}

/** Targets say more than that tasks still start. */
function whatItWaitsFor(rollout: Rollout): Reason {
  const { wait } = rollout
  const targets = unhealthyTargets(rollout)
  if (!wait || (wait.yieldsToTargets && targets.why)) return targets
  return { why: sentence(wait.text), next: wait.next, failureClass: wait.failureClass }
}

function unhealthyTargets({ targets = [] }: Rollout): Reason {
  const unhealthy = unhealthyTargetsText(targets)
  if (!unhealthy) return {}
  const failureClass = 'health-check'
  return {
    why: named(unhealthy),
    next: nextStep(failureClass),
    failureClass,
  }
}

/** `further` can end in a command. */
export function nextStepOf({ next, ...reason }: Reason, further: string | undefined): Reason {
  const steps = [next, further].filter(step => step !== undefined).join(' ')
  return { ...reason, next: steps || undefined }
}

function unplacedText({ unplaced, tracked }: Rollout): string | undefined {
  if (!unplaced) return undefined
  const { reason, times, since } = unplaced
  const first = formatElapsed(since - tracked.startedAt)
  const often = times === 1 ? ` at ${first}` : ` repeatedly since ${first}`
  return `ECS could not place a task${often}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}

export function named(text: string): string {
  return sentence(shortenEveryArn(text))
}
