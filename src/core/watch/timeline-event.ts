/** For code that draws or groups lines. Mere progress has no event. */
import type { DeploymentResult } from './watch-result.js'

export type TimelineEvent =
  /** not every threshold is known */
  | { readonly kind: 'breaker'; readonly failures: number; readonly threshold?: number | undefined }
  | { readonly kind: 'tripped'; readonly failures: number; readonly threshold: number }
  | { readonly kind: 'alarm'; readonly names: readonly string[] }
  | { readonly kind: 'hook'; readonly status: HookStatus }
  /** of a strategy that shifts traffic */
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'placement-failed' }
  /** of any deployment */
  | { readonly kind: 'started' }
  /** by us */
  | { readonly kind: 'stopped-early' }
  /** by ECS or somebody else */
  | { readonly kind: 'stopping' }
  | { readonly kind: 'rolling-back'; readonly to?: string | undefined }
  | { readonly kind: 'ended'; readonly as: DeploymentResult['kind'] }
  /** the line `of`, so many times in all */
  | { readonly kind: 'repeated'; readonly of: string; readonly times: number }
  /** the report says it elsewhere */
  | { readonly kind: 'log-only' }

export type HookStatus = 'waiting' | 'continued' | 'failed' | 'timed out'

export interface TimelineEntry extends Line {
  readonly at: number
}

export interface Line {
  readonly text: string
  readonly event?: TimelineEvent | undefined
  readonly request?: Request | undefined
}

/** Somebody must act, or ECS goes no further. */
export interface Request {
  readonly title: string
  /** what the command does */
  readonly ask: string
  readonly command: string
}

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
