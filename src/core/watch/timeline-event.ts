/**
 * What a line of the story is about, for those who draw or fold it instead of reading it. Lines that only tell how far
 * a rollout has come are about nothing in particular.
 */
import type { DeploymentResult } from './evaluate.js'

export type TimelineEvent =
  /** the circuit breaker counts failures; only ECS knows each threshold */
  | { readonly kind: 'breaker'; readonly failures: number; readonly threshold?: number | undefined }
  | { readonly kind: 'tripped'; readonly failures: number; readonly threshold: number }
  | { readonly kind: 'alarm'; readonly names: readonly string[] }
  | { readonly kind: 'hook'; readonly status: HookStatus }
  /** of a strategy that shifts traffic */
  | { readonly kind: 'stage'; readonly stage: string }
  /** a task found no room */
  | { readonly kind: 'unplaced' }
  /** ECS started tasks, of whichever deployment */
  | { readonly kind: 'started' }
  /** we asked ECS to stop it, and why is in the line */
  | { readonly kind: 'stopped-early' }
  /** somebody did */
  | { readonly kind: 'stopping' }
  | { readonly kind: 'rolling-back'; readonly to?: string | undefined }
  | { readonly kind: 'ended'; readonly as: DeploymentResult['kind'] }
  /** what an earlier line says happened again: so many times by now */
  | { readonly kind: 'again'; readonly of: string; readonly times: number }
  /** nothing is: it only breaks the silence */
  | { readonly kind: 'no-change' }

export type HookStatus = 'waiting' | 'continued' | 'failed' | 'timed out'

/** One line of the story, with its moment. */
export interface TimelineEntry {
  readonly at: number
  readonly text: string
  readonly event?: TimelineEvent | undefined
}

/** The same with other texts, for instance without secrets. */
export function mapEventTexts(event: TimelineEvent, map: (text: string) => string): TimelineEvent {
  switch (event.kind) {
    case 'alarm':
      return { ...event, names: event.names.map(map) }
    case 'rolling-back':
      return event.to === undefined ? event : { ...event, to: map(event.to) }
    case 'again':
      return { ...event, of: map(event.of) }
    default:
      return event
  }
}
