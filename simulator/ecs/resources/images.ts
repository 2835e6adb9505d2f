/** The container registries. Both ECR's API and the tasks that pull images use them. */
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
  /** The reference that was asked for. */
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
  /** Repositories assumed to exist because fallback software is set. */
  readonly #assumedRepositories = new Map<string, Repository>()
  #fallbackSoftware: Software | undefined

  constructor(now: () => number) {
    this.#now = now
  }

  /** Pushes an image and moves its tag. */
  add(reference: string, software: Software): Image {
    const repository = this.openRepository(split(reference).repository)
    return this.#push(repository, reference, software)
  }

  /** Creates a repository if needed; tag mutability defaults to ECR's. */
  openRepository(reference: string, tagMutability?: TagMutability): Repository {
    const name = canonical(reference)
    const repository = this.#repositories.get(name) ?? emptyRepository(name, this.#now())
    if (tagMutability) repository.tagMutability = tagMutability
    this.#repositories.set(name, repository)
    return repository
  }

  /** Adds a tag wherever another tag exists. */
  addTag(present: string, added: string): void {
    for (const { tags } of this.#repositories.values()) {
      const digest = tags.get(present)
      if (digest !== undefined) tags.set(added, digest)
    }
  }

  /**
   * Makes images of unknown repositories exist and behave like this. In known repositories, missing tags
   * stay missing.
   */
  setFallbackSoftware(software: Software): void {
    this.#fallbackSoftware = software
  }

  /** Finds an image by tag, or by the digest of an index, an image, or an image in an index. */
  find(reference: string): Image | undefined {
    const { repository: name, tag = 'latest', digest } = split(reference)
    const repository = this.#repositories.get(name)
    if (repository) return findIn(repository, reference, digest ?? repository.tags.get(tag))
    if (this.#fallbackSoftware === undefined) return undefined
    const assumed = this.#assumedRepository(name)
    const known = findIn(assumed, reference, digest ?? assumed.tags.get(tag))
    return known ?? this.#push(assumed, reference, this.#fallbackSoftware)
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
    // An unknown digest is assumed to exist.
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

/** Every stored manifest of the image, its own first. */
export function manifestsOf({ content }: Image): readonly StoredDocument[] {
  const listed = [...content.manifests, ...content.attestations]
  return content.index === undefined ? listed : [content.index, ...listed]
}

/** The image's own manifest, or one with the given digest. */
export function manifestOf(image: Image, digest = image.digest): StoredDocument | undefined {
  const own = { ...topDocument(image.content), digest: image.digest }
  return digest === image.digest ? own : manifestsOf(image).find(manifest => manifest.digest === digest)
}

/** The manifest for an architecture; a single-platform image has one for all. */
export function manifestFor({ content }: Image, architecture: Architecture): Manifest | undefined {
  return content.index
    ? content.manifests.find(manifest => manifest.architecture === architecture)
    : content.manifests[0]
}
