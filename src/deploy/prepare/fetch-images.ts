import type { ImagePolicy } from '../../core/options/image-policy.js'
import type { Preflight } from '../../core/options/plan-options.js'
import type { Lookup } from '../../core/resources/lookup.js'
import type { RegistryImage } from '../../core/resources/registry-image.js'
import type { RelatedResources } from '../../core/resources/related-resources.js'
import { mutableReason, shortImage } from '../../core/task-definition/image.js'
import { type EcrImage, registryOf } from '../../core/task-definition/image-registry.js'
import { type Platform, platformOf } from '../../core/task-definition/platform.js'
import { pullThroughPrefix } from '../../core/task-definition/pull-through.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'
import { imageArrival } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'

/** A task definition has at most 10 containers. */
export const maxImages = 20

export interface ImageQuery {
  readonly definition: JsonObject
  /** what runs now */
  readonly live: readonly JsonObject[]
  /** read already */
  readonly known?: RelatedResources['images'] | undefined
  readonly imagePolicy: ImagePolicy
  readonly preflight: Preflight
  /** references that somebody may just have pushed */
  readonly awaited: readonly string[]
  readonly log: (line: string) => void
}

type ImagePorts = Pick<Ports, 'registry' | 'clock' | 'canceled'>

export async function fetchImages(ports: ImagePorts, query: ImageQuery): Promise<RelatedResources['images']> {
  const { definition, live } = query
  const wanted = new Map([
    ...(query.preflight === 'off' ? [] : live.flatMap(inEcr)),
    ...inEcr(definition).filter(([reference, { image }]) => isNeeded(query, reference, image)),
  ])
  const lookups = [...wanted].slice(-maxImages).map(async ([reference, request]) => {
    const known = query.known?.get(reference)
    return [reference, known ?? (await fetchImage(ports, query, { reference, ...request }))] as const
  })
  return new Map(await Promise.all(lookups))
}

interface ImageLookup extends ImageRequest {
  readonly reference: string
}

async function fetchImage(
  { registry, clock, canceled }: ImagePorts,
  query: ImageQuery,
  { reference, image, platform }: ImageLookup,
): Promise<Lookup<RegistryImage>> {
  const find = () => lookup(() => registry.describe(image, platform))
  const first = await find()
  if (!isAbsent(first) || !mayArrive(query, reference, image)) return first
  const seconds = ((imageArrival.times - 1) * imageArrival.pause) / 1_000
  query.log(
    `Waiting for at most ${seconds} s for ${shortImage(reference)}, which Amazon ECR does not have yet.`,
  )
  await clock.sleep(imageArrival.pause, canceled)
  const again = { ...imageArrival, times: imageArrival.times - 1 }
  const arrived = await pollUntil(again, { clock, canceled }, async () => {
    const found = await find()
    return found.kind === 'found' && !isAbsent(found) ? found : undefined
  })
  return arrived ?? first
}

/** What a pull through cache lacks does not arrive by itself, and a mutable tag would be refused all the same. */
function mayArrive(
  { awaited, imagePolicy }: ImageQuery,
  reference: string,
  { repository }: EcrImage,
): boolean {
  if (!awaited.includes(reference) || pullThroughPrefix(repository)) return false
  return imagePolicy !== 'immutable' || mutableReason(reference) === undefined
}

function isAbsent(found: Lookup<RegistryImage>): boolean {
  return found.kind === 'found' && found.value.kind === 'no-image'
}

interface ImageRequest {
  readonly image: EcrImage
  readonly platform: Platform | undefined
}

function inEcr(definition: JsonObject): [string, ImageRequest][] {
  const platform = platformOf(definition)
  return imagesOf(definition).flatMap(({ image: reference }) => {
    const image = registryOf(reference)
    return image?.kind === 'ecr' ? [[reference, { image, platform }]] : []
  })
}

/** Without checks, only what `image-policy` needs. */
function isNeeded({ imagePolicy, preflight }: ImageQuery, reference: string, { id }: EcrImage): boolean {
  if (preflight !== 'off') return true
  switch (imagePolicy) {
    case 'digest':
      return 'tag' in id
    case 'immutable':
      return mutableReason(reference) !== undefined
    case 'any':
      return false
  }
}
