/** What runs in a container: when it listens where, what it answers, and how it ends. Knows nothing of ECS. */
import type { Build } from './image-content.js'

/** How the software in an image behaves, wherever and however it is deployed. */
export type Software = Build & {
  readonly pullSeconds?: number
  /** From the container's start until its ports answer. */
  readonly startSeconds?: number
  /** Port → path → status code. A listening port answers 404 on every other path. */
  readonly listens?: Readonly<Record<number, Readonly<Record<string, number>>>>
  /** Every port answers 200 on every path: software of which nothing is known. */
  readonly answersAnything?: boolean
  /** From the container's start until the process ends by itself. */
  readonly exitsAfterSeconds?: number
  readonly exitCode?: number
  /** The kernel kills the process at that moment for its use of memory. */
  readonly outOfMemory?: boolean
  /** From then on every port answers 503 and the container's health check fails. */
  readonly sickAfterSeconds?: number
  readonly containerHealthCheckPasses?: boolean
  /** How long it takes to end after SIGTERM. */
  readonly stopSeconds?: number
  readonly logs?: readonly string[]
}

export type Answer = { readonly kind: 'status'; readonly code: number } | { readonly kind: 'refused' }

/** What a request to the container gets, that many seconds after the container's start. */
export function answer(software: Software, request: { port: number; path: string; seconds: number }): Answer {
  const paths = software.answersAnything ? {} : software.listens?.[request.port]
  if (paths === undefined || request.seconds < (software.startSeconds ?? defaultStartSeconds))
    return { kind: 'refused' }
  if (isSick(software, request.seconds)) return { kind: 'status', code: 503 }
  return { kind: 'status', code: paths[request.path] ?? (software.answersAnything ? 200 : 404) }
}

export function isSick(software: Software, seconds: number): boolean {
  return software.sickAfterSeconds !== undefined && seconds >= software.sickAfterSeconds
}

/** The next moment, in seconds from the container's start, at which the software behaves differently. */
export function nextChange(software: Software, seconds: number): number | undefined {
  return [software.startSeconds ?? defaultStartSeconds, software.sickAfterSeconds]
    .filter(moment => moment !== undefined && moment > seconds)
    .sort((a, b) => (a as number) - (b as number))[0]
}

export const defaultPullSeconds = 12
export const defaultStartSeconds = 4
