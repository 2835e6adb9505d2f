/** The program in a container. Knows nothing of ECS. */
import type { Build } from './image-content.js'

export type Software = Build & {
  readonly pullSeconds?: number
  /** From container start until its ports respond. */
  readonly startSeconds?: number
  /** Port → path → status code, or the status code of every path. Other paths of a listening port return 404. */
  readonly listens?: Readonly<Record<number, number | Readonly<Record<string, number>>>>
  /** Every port returns 200. */
  readonly respondsOnAnyPath?: boolean
  /** Path → what a response with status 200 contains. */
  readonly pages?: Readonly<Record<string, string>>
  /** Why the image cannot be pulled although it exists, in the words of the registry. */
  readonly pullError?: string
  /** Why the container runtime cannot create or start the container, in its words. */
  readonly startError?: string
  readonly exitsAfterSeconds?: number
  readonly exitCode?: number
  /** The process is killed for using too much memory. */
  readonly outOfMemory?: boolean
  /** From then on, every port returns 503 and the container health check fails. */
  readonly unhealthyAfterSeconds?: number
  readonly containerHealthCheckPasses?: boolean
  /** From SIGTERM to exit. */
  readonly stopSeconds?: number
  /** After SIGTERM. */
  readonly stopExitCode?: number
  /** What another command than that of the image does: words of the command, joined by blanks. */
  readonly commands?: Readonly<Record<string, Software>>
  readonly logs?: readonly string[]
}

export type ContainerResponse =
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'refused' }

/** `seconds` count from container start. */
export function respond(
  software: Software,
  request: { port: number; path: string; seconds: number },
): ContainerResponse {
  const paths = software.respondsOnAnyPath ? {} : software.listens?.[request.port]
  if (paths === undefined || request.seconds < (software.startSeconds ?? defaultStartSeconds))
    return { kind: 'refused' }
  if (isUnhealthy(software, request.seconds)) return { kind: 'status', code: 503 }
  if (typeof paths === 'number') return { kind: 'status', code: paths }
  return { kind: 'status', code: paths[request.path] ?? (software.respondsOnAnyPath ? 200 : 404) }
}

export function isUnhealthy(software: Software, seconds: number): boolean {
  return software.unhealthyAfterSeconds !== undefined && seconds >= software.unhealthyAfterSeconds
}

/** In seconds after container start. */
export function nextChange(software: Software, seconds: number): number | undefined {
  return [software.startSeconds ?? defaultStartSeconds, software.unhealthyAfterSeconds]
    .filter(moment => moment !== undefined && moment > seconds)
    .sort((a, b) => (a as number) - (b as number))[0]
}

export const defaultPullSeconds = 12
export const defaultStartSeconds = 4
