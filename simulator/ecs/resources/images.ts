/** The container registries, for ECR's API and for tasks. */
import {
  type Architecture,
  contentOf,
  type ImageContent,
  type Manifest,
  type StoredDocument,
  topDocument,
} from './image-content.js'
import { canonical } from './registry-host.js'
import type { Software } from './software.js'

export type Image = {
  /** As requested. */
  readonly reference: string
  readonly digest: string
  readonly software: Software
  readonly content: ImageContent
  readonly pushedAt: number
}

export type TagMutability = {
  readonly kind: 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION'
  /** Exceptions: `dev-*` */
  readonly exclusions?: readonly string[]
}

export type Repository = {
  /** `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web` */
  readonly name: string
  readonly createdAt: number
  tagMutability: TagMutability
  readonly images: Image[]
  /** Tag → digest. */
  readonly tags: Map<string, string>
  /** It exists only because of the fallback software. */
  isAssumed: boolean
  /** What it does not have does not exist, despite the fallback software. */
  isComplete: boolean
}

export class Images {
  readonly #now: () => number
  readonly #repositories = new Map<string, Repository>()
  /** By reference: running tasks keep what they pulled. */
  readonly #expired = new Map<string, Image>()
  /** References that do not exist, despite the fallback software. */
  readonly #missing = new Set<string>()
  #fallbackSoftware: Software | undefined
  #onAssumed: (reference: string) => void = () => {}

  constructor(now: () => number) {
    this.#now = now
  }

  /** Moves the tag. */
  add(reference: string, software: Software): Image {
    const repository = this.#describedRepository(split(reference).repository)
    this.#missing.delete(reference)
    return this.#push(repository, reference, software)
  }

  /** Tag mutability defaults to ECR's. */
  openRepository(reference: string, tagMutability?: TagMutability): Repository {
    const repository = this.#describedRepository(canonical(reference))
    repository.isComplete = true
    if (tagMutability) repository.tagMutability = tagMutability
    return repository
  }

  #describedRepository(name: string): Repository {
    const repository = this.#openRepository(name)
    repository.isAssumed = false
    return repository
  }

  #openRepository(name: string): Repository {
    const repository = this.#repositories.get(name) ?? emptyRepository(name, this.#now())
    this.#repositories.set(name, repository)
    return repository
  }

  hasForCopy(reference: string, existing: string): boolean {
    return split(existing).repository === split(reference).repository && this.find(existing) !== undefined
  }

  /** Another tag of the same repository for what `existing` refers to. */
  copyTag(reference: string, existing: string): void {
    const { repository, tag = 'latest' } = split(reference)
    const image = this.find(existing)
    if (image === undefined || !this.hasForCopy(reference, existing))
      throw new Error(`${repository} has no image ${existing}`)
    this.#missing.delete(reference)
    this.#openRepository(repository).tags.set(tag, image.digest)
  }

  /** Adds a tag to every image with the present one. */
  addTag(present: string, added: string): void {
    for (const { tags } of this.#repositories.values()) {
      const digest = tags.get(present)
      if (digest !== undefined) tags.set(added, digest)
    }
  }

  /** Images that nothing is known of exist and behave like this; complete repositories lack them. */
  setFallbackSoftware(software: Software, onAssumed: (reference: string) => void = () => {}): void {
    this.#fallbackSoftware = software
    this.#onAssumed = onAssumed
  }

  /** By tag, or by the digest of an index, an image, or an image in an index. */
  find(reference: string): Image | undefined {
    const { repository: name, tag = 'latest', digest } = split(reference)
    const repository = this.repository(name)
    if (repository === undefined) return undefined
    const known = findIn(repository, reference, digest ?? repository.tags.get(tag))
    if (known !== undefined || this.#fallbackSoftware === undefined) return known
    if (repository.isComplete || this.#missing.has(reference)) return undefined
    this.#onAssumed(reference)
    return this.#push(repository, reference, this.#fallbackSoftware)
  }

  /** As a lifecycle policy does. */
  expire(reference: string): void {
    if (!this.find(reference)) throw new Error(`there is no image ${reference}`)
    this.remove(reference)
  }

  /** From now on there is no such image. */
  remove(reference: string): void {
    const image = this.find(reference)
    this.#missing.add(reference)
    const repository = this.#describedRepository(split(reference).repository)
    if (image === undefined) return
    this.#expired.set(reference, image)
    const kept = repository.images.filter(({ digest }) => digest !== image.digest)
    repository.images.splice(0, repository.images.length, ...kept)
    for (const [tag, digest] of repository.tags) if (digest === image.digest) repository.tags.delete(tag)
  }

  /** Also one that no longer exists: a task that has pulled it runs on. */
  pulled(reference: string): Image | undefined {
    return this.find(reference) ?? this.#expired.get(reference)
  }

  repository(name: string): Repository | undefined {
    const known = this.#repositories.get(name)
    if (known !== undefined || this.#fallbackSoftware === undefined) return known
    const assumed = this.#openRepository(name)
    assumed.isAssumed = true
    return assumed
  }

  repositories(): Repository[] {
    return [...this.#repositories.values()].filter(({ isAssumed }) => !isAssumed)
  }

  #push(repository: Repository, reference: string, software: Software): Image {
    const { tag = 'latest', digest: requestedDigest } = split(reference)
    const content = contentOf(reference, software)
    // An unknown digest counts as an existing one.
    const digest = requestedDigest ?? topDocument(content).digest
    const image = { reference, digest, software, content, pushedAt: this.#now() }
    repository.images.push(image)
    if (requestedDigest === undefined) repository.tags.set(tag, digest)
    return image
  }
}

function findIn({ images }: Repository, reference: string, digest: string | undefined): Image | undefined {
  const image = images.findLast(candidate => candidate.digest === digest)
  if (image) return { ...image, reference }
  for (const { content, ...index } of images) {
    const manifest = content.manifests.find(candidate => candidate.digest === digest)
    if (manifest)
      return {
        ...index,
        reference,
        digest: manifest.digest,
        content: { manifests: [manifest], attestations: [] },
      }
  }
  return undefined
}

function emptyRepository(name: string, createdAt: number): Repository {
  return {
    name,
    createdAt,
    tagMutability: { kind: 'MUTABLE' },
    images: [],
    tags: new Map(),
    isAssumed: false,
    isComplete: false,
  }
}

function split(reference: string): {
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
} {
  const [name = '', digest] = reference.split('@')
  // A colon before the last slash belongs to the registry's port.
  const tag = /:([^:/]+)$/.exec(name)?.[1]
  const repository = tag === undefined ? name : name.slice(0, -tag.length - 1)
  return { repository: canonical(repository), tag, digest }
}

/** The image's own manifest first. */
export function manifestsOf({ content }: Image): readonly StoredDocument[] {
  const listed = [...content.manifests, ...content.attestations]
  return content.index === undefined ? listed : [content.index, ...listed]
}

export function manifestOf(image: Image, digest = image.digest): StoredDocument | undefined {
  const own = { ...topDocument(image.content), digest: image.digest }
  return digest === image.digest ? own : manifestsOf(image).find(manifest => manifest.digest === digest)
}

/** A single-platform image has one for all. */
export function manifestFor({ content }: Image, architecture: Architecture): Manifest | undefined {
  return content.index
    ? content.manifests.find(manifest => manifest.architecture === architecture)
    : content.manifests[0]
}
