/**
 * Reads the last deployments of the service for the summary, after everything is decided: one list, one look at their
 * service revisions, and a few task definitions for their tags. Each is asked once; what is refused is left out with
 * the permission that is missing.
 */

import type { ServiceRevision } from '../../core/ecs/service-deployment.js'
import { Fault, whyUnseen } from '../../core/errors/api-error.js'
import type { Acquaintance, History, Readings } from '../../core/outcome/history.js'
import { joinHistory, revisionFrom } from '../../core/outcome/history.js'
import { clean } from '../../core/task-definition/redact.js'
import { tagged } from '../../core/task-definition/tags.js'
import { withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ecs } from '../../ports.js'

/** Each costs a call, and is read for its tags alone. */
const mostDefinitions = 5

/** Never raises a Fault. */
export async function recall(ecs: Ecs, acquaintance: Acquaintance): Promise<History> {
  const unseen = new Set<string>()
  const attempt = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read()
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      unseen.add(clean(whyUnseen(fault), []))
      return undefined
    }
  }

  const { target } = acquaintance.plan.observed
  const listed = (await attempt(() => ecs.listServiceDeployments(target))) ?? []
  const arns = [...new Set(listed.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []))]
  const revisions = arns.length === 0 ? [] : ((await attempt(() => ecs.describeServiceRevisions(arns))) ?? [])

  const definitions = knownDefinitions(acquaintance)
  const wanted = taskDefinitionsOf(acquaintance, arns, revisions).filter(arn => !definitions.has(arn))
  await Promise.all(
    wanted.slice(0, mostDefinitions).map(async arn => {
      const answer = await attempt(() => ecs.describeTaskDefinition(arn, 'once'))
      if (answer) definitions.set(arn, withTags(answer.definition, answer.tags))
    }),
  )
  const readings: Readings = { listed, revisions, definitions, unseen: [...unseen] }
  return joinHistory(acquaintance, readings)
}

/** What the run read or registered itself. */
function knownDefinitions({ plan, own }: Acquaintance): Map<string, JsonObject> {
  const { serving, live } = plan.observed
  const definitions = new Map<string, JsonObject>()
  if (serving) definitions.set(serving, live)
  if (own) definitions.set(own.taskDefinition, tagged(plan.definition, plan.provenance))
  return definitions
}

/** Those that differ, newest first. */
function taskDefinitionsOf(
  acquaintance: Acquaintance,
  arns: readonly string[],
  revisions: readonly ServiceRevision[],
): string[] {
  const found = arns.map(
    arn => revisions.find(one => one.arn === arn)?.taskDefinition ?? revisionFrom(acquaintance, arn),
  )
  return [...new Set(found)].filter(arn => arn !== undefined && arn !== '') as string[]
}
