/** Read last, for the summary. Nothing is retried; denied reads leave the missing permission. */

import type { ServiceRevision } from '../../core/ecs/service-deployment.js'
import type { History, HistoryContext, HistoryData } from '../../core/outcome/history.js'
import { buildHistory, revisionFrom } from '../../core/outcome/history.js'
import { tagged } from '../../core/task-definition/tags.js'
import { withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ecs } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'

/** Each costs a call. */
const maxDefinitions = 10

export async function readHistory(ecs: Ecs, context: HistoryContext): Promise<History> {
  const unavailable = new Set<string>()
  const read = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const found = await lookup(work)
    if (found.kind === 'unavailable') unavailable.add(found.why)
    return found.kind === 'found' ? found.value : undefined
  }

  const { target } = context.plan.observed
  const listed = (await read(() => ecs.listServiceDeployments(target))) ?? []
  const arns = [...new Set(listed.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []))]
  const revisions = arns.length === 0 ? [] : ((await read(() => ecs.describeServiceRevisions(arns))) ?? [])

  const definitions = knownDefinitions(context)
  const wanted = taskDefinitionsOf(context, arns, revisions).filter(arn => !definitions.has(arn))
  await Promise.all(
    wanted.slice(0, maxDefinitions).map(async arn => {
      const answer = await read(() => ecs.describeTaskDefinition(arn, 'once'))
      if (answer) definitions.set(arn, withTags(answer.definition, answer.tags))
    }),
  )
  const data: HistoryData = { listed, revisions, definitions, unavailable: [...unavailable] }
  return buildHistory(context, data)
}

function knownDefinitions({ plan, revision, own }: HistoryContext): Map<string, JsonObject> {
  const { serving, live } = plan.observed
  const definitions = new Map<string, JsonObject>()
  if (serving) definitions.set(serving, live)
  if (own && revision?.kind === 'new')
    definitions.set(own.taskDefinition, tagged(revision.definition, revision.provenance))
  return definitions
}

/** Newest first. */
function taskDefinitionsOf(
  context: HistoryContext,
  arns: readonly string[],
  revisions: readonly ServiceRevision[],
): string[] {
  const found = arns.map(
    arn => revisions.find(one => one.arn === arn)?.taskDefinition ?? revisionFrom(context, arn),
  )
  return [...new Set(found)].filter(arn => arn !== undefined && arn !== '') as string[]
}
