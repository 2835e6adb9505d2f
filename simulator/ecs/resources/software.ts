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
  readonly respondsOnAnyPath?: boolean
  /** From the container's start until the process ends by itself. */
  readonly exitsAfterSeconds?: number
  readonly exitCode?: number
  /** The kernel kills the process at that moment for its use of memory. */
  readonly outOfMemory?: boolean
  /** From then on every port answers 503 and the container's health check fails. */
  readonly unhealthyAfterSeconds?: number
  readonly containerHealthCheckPasses?: boolean
  /** How long it takes to end after SIGTERM. */
  readonly stopSeconds?: number
  readonly logs?: readonly string[]
}

export type ContainerResponse =
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'refused' }

/** What a request to the container gets, that many seconds after the container's start. */
export function respond(
  software: Software,
  request: { port: number; path: string; seconds: number },
): ContainerResponse {
  const paths = software.respondsOnAnyPath ? {} : software.listens?.[request.port]
  if (paths === undefined || request.seconds < (software.startSeconds ?? defaultStartSeconds))
    return { kind: 'refused' }
  if (isUnhealthy(software, request.seconds)) return { kind: 'status', code: 503 }
  return { kind: 'status', code: paths[request.path] ?? (software.respondsOnAnyPath ? 200 : 404) }
}

export function isUnhealthy(software: Software, seconds: number): boolean {
  return software.unhealthyAfterSeconds !== undefined && seconds >= software.unhealthyAfterSeconds
}

/** The next moment, in seconds from the container's start, at which the software behaves differently. */
export function nextChange(software: Software, seconds: number): number | undefined {
  return [software.startSeconds ?? defaultStartSeconds, software.unhealthyAfterSeconds]
    .filter(moment => moment !== undefined && moment > seconds)
    .sort((a, b) => (a as number) - (b as number))[0]
}

export const defaultPullSeconds = 12
export const defaultStartSeconds = 4
