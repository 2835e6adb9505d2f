/** What the plan needs for a file of `run-task-definition`. */
import type { BaseDefinition } from '../../core/options/plan-options.js'
import { type TaskFile, withSameImages } from '../../core/plan/task-file.js'
import type { RegisteredDefinition } from '../../core/plan/task-plan.js'
import { type Lookup, skipped } from '../../core/resources/lookup.js'
import { noResources, type RelatedResources } from '../../core/resources/related-resources.js'
import type { ImageOverride } from '../../core/task-definition/render.js'
import { familyOf, registrable, withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt, unavailable } from '../../retry/attempt.js'
import { fetchImages, type ImageQuery } from '../prepare/fetch-images.js'

export interface TaskFileQuery extends Omit<ImageQuery, 'definition' | 'live'> {
  readonly base: BaseDefinition
  readonly images: readonly ImageOverride[]
  readonly ofService: KnownImages
}

export type KnownImages = { readonly definition: JsonObject } & Pick<RelatedResources, 'images'>

type TaskFilePorts = Pick<Ports, 'canceled' | 'clock' | 'ecs' | 'registry'>

export async function readTaskFile(ports: TaskFilePorts, query: TaskFileQuery): Promise<TaskFile> {
  const { base } = query
  const [latest, images] = await Promise.all([
    readLatest(ports.ecs, base.definition),
    readImages(ports, query),
  ])
  return { base, latest, resources: { ...noResources, images } }
}

/** Without AWS credentials. */
export function unreadTaskFile(base: BaseDefinition): TaskFile {
  return { base, latest: skipped, resources: noResources }
}

/** Those of the service are known already, if their builds are for the same platform. */
async function readImages(
  ports: TaskFilePorts,
  { base, ofService, ...query }: TaskFileQuery,
): Promise<RelatedResources['images']> {
  const definition = withSameImages(base.definition, query)
  return fetchImages(ports, {
    ...query,
    definition,
    live: [],
    known: samePlatform(definition, ofService.definition) ? ofService.images : undefined,
  })
}

function samePlatform(one: JsonObject, other: JsonObject): boolean {
  return JSON.stringify(one.runtimePlatform ?? {}) === JSON.stringify(other.runtimePlatform ?? {})
}

async function readLatest(
  ecs: Pick<Ecs, 'describeTaskDefinition'>,
  file: JsonObject,
): Promise<Lookup<RegisteredDefinition | undefined>> {
  const family = familyOf(file)
  // The plan reports it.
  if (!family) return skipped
  const read = await attempt(() => ecs.describeTaskDefinition(family))
  if (read.kind === 'answered') {
    const { arn, definition, tags } = read.value
    return { kind: 'found', value: { arn, definition: withTags(registrable(definition).definition, tags) } }
  }
  // A family without an ACTIVE revision: "Unable to describe task definition."
  return read.error.kind === 'rejected' ? { kind: 'found', value: undefined } : unavailable(read.error)
}
