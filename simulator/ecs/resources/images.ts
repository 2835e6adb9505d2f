/**
 * The registries of this world: which images there are. What is not here cannot be pulled, and whoever asks a registry
 * about an image asks here, too.
 */
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
  /** As it was asked for. */
  readonly reference: string
  readonly digest: string
  readonly software: Software
  readonly content: ImageContent
  readonly pushedAt: number
}

export type TagMutability = {
  readonly kind: 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION'
  /** Tags that are the other way round: `dev-*` */
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
  /** The repositories that exist because anything does. */
  readonly #assumedRepositories = new Map<string, Repository>()
  #fallbackSoftware: Software | undefined

  constructor(now: () => number) {
    this.#now = now
  }

  /** Pushes an image; a tag that it had before is moved to it. */
  add(reference: string, software: Software): Image {
    const repository = this.openRepository(split(reference).repository)
    return this.#push(repository, reference, software)
  }

  /** A repository, which may be empty; without a mutability it has ECR's default, or keeps the one that it had. */
  openRepository(reference: string, tagMutability?: TagMutability): Repository {
    const name = canonical(reference)
    const repository = this.#repositories.get(name) ?? emptyRepository(name, this.#now())
    if (tagMutability) repository.tagMutability = tagMutability
    this.#repositories.set(name, repository)
    return repository
  }

  /** Whatever has the one tag gets the other as well, in every repository. */
  addTag(present: string, added: string): void {
    for (const { tags } of this.#repositories.values()) {
      const digest = tags.get(present)
      if (digest !== undefined) tags.set(added, digest)
    }
  }

  /**
   * Images of repositories that nobody added from exist too and behave like this; a tag that is missing in a known
   * repository stays missing.
   */
  setFallbackSoftware(software: Software): void {
    this.#fallbackSoftware = software
  }

  /** The image that the reference means, by tag or by the digest of an index, an image, or an image in an index. */
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

  /** Those that somebody opened or pushed to. */
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
    // What somebody has under a digest of his own is not known here; it is believed to have that digest.
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

function split(reference: string): { repository: string; tag?: string; digest?: string } {
  const [name = '', digest] = reference.split('@')
  // A colon before the last slash is that of the registry's port.
  const tag = /:([^:/]+)$/.exec(name)?.[1]
  const repository = tag === undefined ? name : name.slice(0, -tag.length - 1)
  return {
    repository: canonical(repository),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  }
}

/** Every manifest that is kept of the image, its own first. */
export function manifestsOf({ content }: Image): readonly StoredDocument[] {
  return [...(content.index ? [content.index] : []), ...content.manifests, ...content.attestations]
}

/** The image's own manifest, or that of a digest which it has. */
export function manifestOf(image: Image, digest = image.digest): StoredDocument | undefined {
  const own = { ...topDocument(image.content), digest: image.digest }
  return digest === image.digest ? own : manifestsOf(image).find(manifest => manifest.digest === digest)
}

/** The manifest for an architecture: of a plain image its only one, whatever it is for. */
export function manifestFor({ content }: Image, architecture: Architecture): Manifest | undefined {
  return content.index
    ? content.manifests.find(manifest => manifest.architecture === architecture)
    : content.manifests[0]
}
