import { createHash } from 'node:crypto'

export type Architecture = 'X86_64' | 'ARM64'

/** How the software in an image behaves, wherever and however it is deployed. */
export type Software = {
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
  readonly architectures?: readonly Architecture[]
  /** How long it takes to end after SIGTERM. */
  readonly stopSeconds?: number
  readonly logs?: readonly string[]
}

export type Image = { readonly reference: string; readonly digest: string; readonly software: Software }

/** The registries of this world: which images there are. What is not here cannot be pulled. */
export class Images {
  readonly #byReference = new Map<string, Image>()
  #otherwise: Software | undefined

  add(reference: string, software: Software): Image {
    const image = { reference, digest: digestOf(reference), software }
    this.#byReference.set(reference, image)
    this.#byReference.set(`${repositoryOf(reference)}@${image.digest}`, image)
    return image
  }

  /**
   * Images of repositories that nobody added from exist too and behave like this; a tag that is missing in a known
   * repository stays missing.
   */
  addOtherwise(software: Software): void {
    this.#otherwise = software
  }

  find(reference: string): Image | undefined {
    const image = this.#byReference.get(reference)
    if (image !== undefined || this.#otherwise === undefined) return image
    const repository = repositoryOf(reference)
    if ([...this.#byReference.keys()].some(known => repositoryOf(known) === repository)) return undefined
    return { reference, digest: digestOf(reference), software: this.#otherwise }
  }
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

function digestOf(reference: string): string {
  return `sha256:${createHash('sha256').update(reference).digest('hex')}`
}

function repositoryOf(reference: string): string {
  return reference.replace(/(@sha256:[0-9a-f]+|:[^:/]+)$/, '')
}
