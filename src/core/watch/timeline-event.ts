/** What a line of the timeline means, for code that draws or groups it. Lines of mere progress have no event. */
import type { DeploymentResult } from './watch-result.js'

export type TimelineEvent =
  /** the circuit breaker counted failures; not every threshold is known */
  | { readonly kind: 'breaker'; readonly failures: number; readonly threshold?: number | undefined }
  | { readonly kind: 'tripped'; readonly failures: number; readonly threshold: number }
  | { readonly kind: 'alarm'; readonly names: readonly string[] }
  | { readonly kind: 'hook'; readonly status: HookStatus }
  /** of a deployment strategy that shifts traffic */
  | { readonly kind: 'stage'; readonly stage: string }
  /** ECS could not place a task */
  | { readonly kind: 'placement-failed' }
  /** ECS started tasks, of any deployment */
  | { readonly kind: 'started' }
  /** we requested the stop of our deployment */
  | { readonly kind: 'stopped-early' }
  /** ECS or somebody else stops it */
  | { readonly kind: 'stopping' }
  | { readonly kind: 'rolling-back'; readonly to?: string | undefined }
  | { readonly kind: 'ended'; readonly as: DeploymentResult['kind'] }
  /** what the line `of` says happened again, so many times in all */
  | { readonly kind: 'repeated'; readonly of: string; readonly times: number }
  /** only says that the deployment continues */
  | { readonly kind: 'no-change' }

export type HookStatus = 'waiting' | 'continued' | 'failed' | 'timed out'

export interface TimelineEntry extends Line {
  readonly at: number
}

export interface Line {
  readonly text: string
  readonly event?: TimelineEvent | undefined
}

/** The event with each of its texts mapped, for instance to redact them. */
export function mapEventTexts(event: TimelineEvent, map: (text: string) => string): TimelineEvent {
  switch (event.kind) {
    case 'alarm':
      return { ...event, names: event.names.map(map) }
    case 'rolling-back':
      return event.to === undefined ? event : { ...event, to: map(event.to) }
    case 'repeated':
      return { ...event, of: map(event.of) }
    default:
      return event
  }
}
