/** The first line of the job summary: what became of the deployment and what serves now; and what it leaves unsaid. */
import { revisionName } from '../../core/ecs/arn.js'
import type { Outcome, Rollout } from '../../core/outcome/outcome.js'
import { isDoubtful, nameOf } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import { code } from '../markdown/markdown.js'
import { describe } from './messages.js'
import { refusalsOf } from './refusals.js'
import { failOpenNote, remaining, rollbackNote } from './remaining-tasks.js'

export interface Heading {
  /** Markdown: ``rolled back, `web:7` serves`` */
  readonly title: string
  /** what happened, as far as neither the title nor the reason nor the table tells it */
  readonly detail?: string | undefined
}

export function heading(outcome: Outcome): Heading {
  const { what } = describe(outcome)
  const name = outcomes[nameOf(outcome)].label
  switch (outcome.kind) {
    case 'no-change':
      if (outcome.serving === undefined) return { title: 'no change, the service sleeps', detail: what }
      return {
        title: `no change, ${revision(outcome.serving)} serves`,
        detail: 'Nothing differs from it; nothing was changed.',
      }
    case 'registered':
      return {
        title: `${revision(outcome.registered.arn)} registered`,
        detail: 'No service was given, so nothing was deployed.',
      }
    case 'started':
      return {
        title: `${revision(outcome.rollout.registered.arn)} started`,
        detail: 'The deployment was not watched: nothing was verified.',
      }
    case 'refused':
    case 'not-begun':
      return unbegun(outcome, name)
    case 'ended':
      return ended(outcome, name)
    default:
      return { title: name, detail: what }
  }
}

/** Of one problem its own text is next. */
function unbegun(outcome: Extract<Outcome, { kind: 'refused' | 'not-begun' }>, name: string): Heading {
  const { registered } = outcome
  const count = refusalsOf(outcome).length
  const details = [
    ...(registered ? [`${revisionName(registered.arn)} is registered.`] : []),
    ...(count > 1 ? [`${count} problems:`] : []),
  ].join(' ')
  const title = `${name}, ${registered ? 'the service was not changed' : 'nothing was changed'}`
  return details ? { title, detail: details } : { title }
}

function ended(outcome: Extract<Outcome, { kind: 'ended' }>, name: string): Heading {
  const { result, rollout } = outcome
  const { what, why } = describe(outcome)
  const ours = revision(rollout.registered.arn)
  switch (result.kind) {
    case 'succeeded': {
      // A service that was only woken for the rollout serves nobody afterwards.
      const title = `${ours} ${rollout.plan.bump?.from === 0 ? 'came up' : 'serves'}`
      return isDoubtful(outcome) ? { title, detail: 'Tasks of it failed meanwhile.' } : { title }
    }
    case 'rolled-back': {
      const back = revision(result.serving)
      const title = rolledBackTitle(name, back, rollout)
      if (rollout.stoppedBecause)
        return {
          title,
          detail: `${revisionName(rollout.registered.arn)} was stopped early: ${rollout.stoppedBecause}.`,
        }
      return why ? { title } : { title, detail: what }
    }
    case 'failed': {
      const fine = failOpenNote(rollout, result)
      const { running, replacedBy } = result
      const left = replacedBy
        ? `${revision(replacedBy.taskDefinition)} has replaced it`
        : (stillServing(rollout) ?? remaining(running, ours))
      const isBeside = stillServing(rollout) !== undefined && running > 0 && !replacedBy
      const also = isBeside ? ` ${remaining(running, revisionName(rollout.registered.arn))}, too.` : ''
      return {
        title: `${name}, ${left}`,
        detail: `${rollbackNote(result)}${fine ? `; ${fine}` : ''}.${also}`,
      }
    }
    case 'superseded':
      return { title: `${name} by ${revision(result.by.taskDefinition)}`, detail: what }
    case 'unknown':
      return result.lost === 'service'
        ? { title: `${name}, the service was deleted` }
        : { title: name, detail: what }
    case 'timed-out':
    case 'cancelled': {
      const still = stillServing(rollout)
      return { title: still ? `${name}, ${still}` : name, detail: what }
    }
    default:
      return { title: name, detail: what }
  }
}

function rolledBackTitle(name: string, back: string, { scaledToZero, serving }: Rollout): string {
  if (scaledToZero) return `${name} to ${back}, which sleeps again`
  return serving === undefined ? `${name} to ${back}, no task runs` : `${name}, ${back} serves`
}

/** Where it is another revision than the one that was deployed. */
function stillServing({ serving, registered }: Rollout): string | undefined {
  return serving !== undefined && serving !== registered.arn ? `${revision(serving)} still serves` : undefined
}

function revision(arn: string): string {
  return code(revisionName(arn))
}
