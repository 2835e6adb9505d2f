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
}

export class Images {
  readonly #now: () => number
  readonly #repositories = new Map<string, Repository>()
  /** Exist because of the fallback software. */
  readonly #assumedRepositories = new Map<string, Repository>()
  /** By reference: running tasks keep what they pulled. */
  readonly #expired = new Map<string, Image>()
  #fallbackSoftware: Software | undefined

  constructor(now: () => number) {
    this.#now = now
  }

  /** Moves the tag. */
  add(reference: string, software: Software): Image {
    const repository = this.openRepository(split(reference).repository)
    return this.#push(repository, reference, software)
  }

  /** Tag mutability defaults to ECR's. */
  openRepository(reference: string, tagMutability?: TagMutability): Repository {
    const name = canonical(reference)
    const repository = this.#repositories.get(name) ?? emptyRepository(name, this.#now())
    if (tagMutability) repository.tagMutability = tagMutability
    this.#repositories.set(name, repository)
    return repository
  }

  /** Adds a tag to every image with the present one. */
  addTag(present: string, added: string): void {
    for (const { tags } of this.#repositories.values()) {
      const digest = tags.get(present)
      if (digest !== undefined) tags.set(added, digest)
    }
  }

  /**
   * Images of unknown repositories exist and behave like this; missing tags of known repositories stay
   * missing.
   */
  setFallbackSoftware(software: Software): void {
    this.#fallbackSoftware = software
  }

  /** By tag, or by the digest of an index, an image, or an image in an index. */
  find(reference: string): Image | undefined {
    const { repository: name, tag = 'latest', digest } = split(reference)
    const repository = this.#repositories.get(name)
    if (repository) return findIn(repository, reference, digest ?? repository.tags.get(tag))
    if (this.#fallbackSoftware === undefined) return undefined
    const assumed = this.#assumedRepository(name)
    const known = findIn(assumed, reference, digest ?? assumed.tags.get(tag))
    return known ?? this.#push(assumed, reference, this.#fallbackSoftware)
  }

  /** As a lifecycle policy does. */
  expire(reference: string): void {
    const image = this.find(reference)
    const repository = this.#repositories.get(split(reference).repository)
    if (!image || !repository) throw new Error(`there is no image ${reference}`)
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
    return this.#repositories.get(name) ?? (this.#fallbackSoftware && this.#assumedRepository(name))
  }

  repositories(): Repository[] {
    return [...this.#repositories.values()]
  }

  #assumedRepository(name: string): Repository {
    const repository = this.#assumedRepositories.get(name) ?? emptyRepository(name, this.#now())
    this.#assumedRepositories.set(name, repository)
    return repository
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
  return { name, createdAt, tagMutability: { kind: 'MUTABLE' }, images: [], tags: new Map() }
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
