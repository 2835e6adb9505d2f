/** Of a service that was to go back because another one failed. */
import { revisionName } from '../../core/ecs/arn.js'
import type { TakeBack } from '../../core/outcome/rollback-attempt.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { Message } from './message.js'
import { attemptNote } from './remaining-tasks.js'

/** `completed, then was taken back to web:7` */
export function takenBackText({ takeBack }: Rollout, back: string): string | undefined {
  if (!takeBack) return undefined
  const verb = takeBack.was === 'completed' ? 'completed, then was' : 'was stopped and'
  return `${verb} taken back to ${revisionName(back)}`
}

/** Its own tasks need not have failed. */
export function whyTakenBack({ failure, service }: TakeBack): Pick<Message, 'why' | 'next' | 'failureClass'> {
  return {
    why: `one of the services failed: ${failure} (on-partial-failure: rollback).`,
    next: `Deploy again once ${service} is fixed.`,
    failureClass: 'other',
  }
}

/** Where the service stays on the new revision. */
export function withTakeBack(message: Message, { takeBack }: Rollout): Message {
  if (!takeBack || takeBack.attempt.kind === 'begun') return message
  const { attempt, failure } = takeBack
  return { ...message, what: `${message.what.replace(/\.$/, '')}; ${failure}, but ${attemptNote(attempt)}.` }
}
