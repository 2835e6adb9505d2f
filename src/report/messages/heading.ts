/** The first line of the job summary. */
import { revisionName } from '../../core/ecs/arn.js'
import { readableStage } from '../../core/ecs/lifecycle-stages.js'
import { blockingTask, decisiveService, type Outcome } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { isOnlyServing, serves } from '../../core/outcome/serving.js'
import { isSplit, overviewOf } from '../../core/outcome/several-services.js'
import { code } from '../markdown/markdown.js'
import { ofResult, type Watched } from './by-watch-result.js'
import { describe } from './messages.js'
import { refusalsOf } from './refusals.js'
import { registeredText } from './registered-text.js'
import { attemptNote, failOpenNote, remaining, rollbackNote, verificationNote } from './remaining-tasks.js'
import { stuckRollbackText } from './rollback-message.js'
import { servingText, stillServingText } from './serving-text.js'

export interface Heading {
  /** Markdown */
  readonly title: string
  /** what title, reason and table do not say */
  readonly detail?: string | undefined
}

export function heading(outcome: Outcome): Heading {
  if (isSplit(outcome)) return { title: overviewOf(outcome) }
  return headings[outcome.name](outcome)
}

const headings: Readonly<Record<OutcomeName, (outcome: Outcome) => Heading>> = {
  refused: untouched,
  planned: labelAndMessage,
  registered: outcome => ({
    title: `${registeredRevision(outcome)} registered`,
    detail: 'No service was set, so nothing was deployed.',
  }),
  'no-change': unchanged,
  started: ofResult('started', stageReached, outcome => ({
    title: `${registeredRevision(outcome)} started`,
    detail: 'The deployment was not watched: nothing was verified.',
  })),
  succeeded: ofResult('succeeded', succeeded),
  idle: labelAndMessage,
  paused: ofResult('paused', paused),
  'rolled-back': ofResult('rolled-back', rolledBack),
  failed: ofResult('failed', failed),
  superseded: ofResult('superseded', superseded),
  'timed-out': ofResult('timed-out', interrupted, labelAndMessage),
  cancelled: ofResult('cancelled', interrupted, untouched),
  unknown: ofResult('unknown', unknown, labelAndMessage),
}

function label({ name }: Outcome): string {
  return outcomes[name].label
}

function labelAndMessage(outcome: Outcome): Heading {
  return { title: label(outcome), detail: describe(outcome).what }
}

/** The text of a single problem follows the heading. */
function untouched(outcome: Outcome): Heading {
  const task = blockingTask(outcome)
  if (task) return taskHeading(task.kind, outcome)
  const registered = registeredText(outcome)
  const count = refusalsOf(outcome).length
  const details = [
    ...(registered ? [`${registered}.`] : []),
    ...(count > 1 ? [`${count} problems:`] : []),
  ].join(' ')
  const title = `${label(outcome)}, ${registered ? 'the service was not changed' : 'nothing was changed'}`
  return { title, detail: details || undefined }
}

function taskHeading(kind: string, outcome: Outcome): Heading {
  const what = kind === 'cancelled' ? 'nothing was deployed' : 'the one-off task failed'
  return { title: `${label(outcome)}, ${what}`, detail: describe(outcome).what }
}

function unchanged(outcome: Outcome): Heading {
  const service = decisiveService(outcome)
  const serving = service?.kind === 'unchanged' ? service.serving : undefined
  if (serving === undefined)
    return { title: 'no change, the service is scaled to zero', detail: describe(outcome).what }
  return {
    title: `no change, ${revision(serving)} serves`,
    detail: 'It already matches the task definition; nothing was changed.',
  }
}

function succeeded({ rollout }: Watched<'succeeded'>): Heading {
  // Scaled up for the rollout only, it does not serve afterwards.
  const title = `${oursIn(rollout)} ${rollout.plan.bump?.from === 0 ? 'came up' : 'serves'}`
  return { title, detail: rollout.failedTasks > 0 ? 'Some of its tasks failed in the meantime.' : undefined }
}

function paused({ rollout }: Watched<'paused'>, outcome: Outcome): Heading {
  return { title: `${oursIn(rollout)} paused${servingNote(rollout)}`, detail: describe(outcome).what }
}

function stageReached({ result, rollout }: Watched<'started'>, outcome: Outcome): Heading {
  const title = `${oursIn(rollout)} reached ${readableStage(result.stage)}${servingNote(rollout)}`
  return { title, detail: describe(outcome).what }
}

function servingNote(rollout: Rollout): string {
  if (isOnlyServing(rollout.serving, rollout.tracked.taskDefinition)) return ' and serves'
  const text = stillServingText(rollout, revision) ?? servingText(rollout.serving, revision)
  return text ? `, ${text}` : ''
}

function rolledBack({ result, rollout }: Watched<'rolled-back'>, outcome: Outcome): Heading {
  const name = rollout.takeBack ? 'taken back' : label(outcome)
  const title = rolledBackTitle(name, result.serving, rollout)
  if (rollout.stoppedBecause) {
    const ours = revisionName(rollout.tracked.taskDefinition)
    return { title, detail: `${ours} was stopped early: ${rollout.stoppedBecause}.` }
  }
  const { what, why } = describe(outcome)
  return { title, detail: why ? undefined : what }
}

function rolledBackTitle(name: string, back: string, rollout: Rollout): string {
  const { scaledToZero, serving } = rollout
  const backTo = `${name} to ${revision(back)}`
  if (scaledToZero) return `${backTo}, scaled to zero again`
  if (isOnlyServing(serving, back)) return `${name}, ${revision(back)} serves`
  const still = serves(serving, back) ? undefined : stillServingText(rollout, revision)
  const text = still ?? servingText(serving, revision)
  return text ? `${backTo}, ${text}` : backTo
}

function failed({ result, rollout }: Watched<'failed'>, outcome: Outcome): Heading {
  const { running, replacedBy } = result
  const note = failOpenNote(rollout, result)
  const ours = rollout.tracked.taskDefinition
  const isUnverified = rollout.verification?.kind === 'failed'
  if ((isUnverified || rollout.takeBack) && isOnlyServing(rollout.serving, ours))
    return {
      title: `${isUnverified ? 'verification failed' : label(outcome)}, ${revision(ours)} serves`,
      detail: `${failedNote(rollout, result)}.`,
    }
  const isOurs = serves(rollout.serving, rollout.tracked.taskDefinition)
  const still = isOnlyServing(rollout.serving, rollout.tracked.taskDefinition)
    ? undefined
    : stillServingText(rollout, revision)
  const left = replacedBy
    ? `${revision(replacedBy.taskDefinition)} has replaced it`
    : (still ?? remaining(running, oursIn(rollout)))
  const alsoRuns = still !== undefined && !isOurs && running > 0 && !replacedBy
  const also = alsoRuns ? ` ${remaining(running, revisionName(rollout.tracked.taskDefinition))}, too.` : ''
  return {
    title: `${label(outcome)}, ${left}`,
    detail: `${failedNote(rollout, result)}${note ? `; ${note}` : ''}.${also}`,
  }
}

function failedNote(rollout: Rollout, result: Watched<'failed'>['result']): string {
  if (rollout.takeBack)
    return `${rollout.takeBack.failure}, and it was to be taken back; ${attemptNote(rollout.takeBack.attempt)}`
  if (rollout.verification?.kind === 'failed')
    return `ECS completed the deployment, but its verification failed; ${verificationNote(rollout)}`
  if (result.completedAt === undefined) return rollbackNote(rollout, result)
  return 'ECS completed the deployment, but its tasks keep failing; nothing rolls it back'
}

function interrupted({ rollout }: Pick<Watched<'timed-out'>, 'rollout'>, outcome: Outcome): Heading {
  const still =
    stuckRollbackText(rollout, revision) ??
    stillServingText(rollout, revision) ??
    servingText(rollout.serving, revision)
  return { title: still ? `${label(outcome)}, ${still}` : label(outcome), detail: describe(outcome).what }
}

function superseded({ result, rollout }: Watched<'superseded'>, outcome: Outcome): Heading {
  const by = result.by.taskDefinition
  const text = isOnlyServing(rollout.serving, by) ? 'which serves' : servingText(rollout.serving, revision)
  return {
    title: `${label(outcome)} by ${revision(by)}${text ? `, ${text}` : ''}`,
    detail: describe(outcome).what,
  }
}

function unknown({ result }: Watched<'unknown'>, outcome: Outcome): Heading {
  if (result.lost === 'service') return { title: `${label(outcome)}, the service was deleted` }
  return labelAndMessage(outcome)
}

function registeredRevision({ revision: registered }: Outcome): string {
  return registered ? revision(registered.arn) : 'the revision'
}

function oursIn({ tracked }: Rollout): string {
  return revision(tracked.taskDefinition)
}

function revision(arn: string): string {
  return code(revisionName(arn))
}
