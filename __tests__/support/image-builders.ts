/** What ECR told of an image, and subjects that name it. */
import type { CheckContext } from '../../src/core/checks/check-context.js'
import type { Lookup } from '../../src/core/resources/lookup.js'
import type { ImageBuild, RegistryImage, StoredImage } from '../../src/core/resources/registry-image.js'
import { noResources } from '../../src/core/resources/related-resources.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { aCheckContext } from './check-builders.js'
import { aService } from './service-builders.js'

export const inEcr = (name: string) => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${name}`
export const digest = `sha256:${'9f86d081'.repeat(8)}`

export function found(value: RegistryImage): Lookup<RegistryImage> {
  return { kind: 'found', value }
}

/** For linux/amd64; its configuration was not read. */
export function aBuild(overrides: Partial<ImageBuild> = {}): ImageBuild {
  return { architecture: 'amd64', os: 'linux', config: undefined, ...overrides }
}

export function stored(more: Partial<StoredImage> = {}): Lookup<RegistryImage> {
  return found({
    kind: 'stored',
    digest,
    builds: [aBuild()],
    immutable: undefined,
    unavailable: undefined,
    ...more,
  })
}

export const denied: Lookup<RegistryImage> = { kind: 'unavailable', why: 'allow ecr:BatchGetImage' }

export interface ImageOverrides
  extends Partial<Omit<CheckContext, 'surroundings' | 'definition' | 'observed'>> {
  readonly image: string
  /** what runs now in the same container */
  readonly runs?: string
  readonly registry?: Lookup<RegistryImage>
  readonly definition?: JsonObject
  readonly live?: JsonObject
}

/** One container `app` with this image. */
export function withImage({
  image,
  runs,
  registry,
  definition,
  live,
  ...more
}: ImageOverrides): CheckContext {
  const containers = (named: string) => ({ containerDefinitions: [{ name: 'app', image: named }] })
  return aCheckContext({
    definition: { family: 'web', requiresCompatibilities: ['FARGATE'], ...containers(image), ...definition },
    observed: { service: aService(), live: runs ? { ...containers(runs), ...live } : {} },
    resources: { ...noResources, images: registry ? new Map([[image, registry]]) : new Map() },
    ...more,
  })
}
