/**
 * The hidden first line of a comment names the service. It depends on the inputs alone, so that a refused plan replaces
 * the comment of an earlier one.
 */
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { TaskDefinitionSource } from '../../core/options/task-definition-source.js'

/** What a comment is about. */
export interface Topic {
  /** absent where only a revision is registered */
  readonly target: Target | undefined
  /** where the definition comes from: a path or a name */
  readonly source: string
  /** for services of one name in several accounts */
  readonly environment: string | undefined
}

export function topicOf(
  target: Target | undefined,
  source: TaskDefinitionSource,
  environment: string | undefined,
): Topic {
  const from = source.kind === 'file' ? source.path : source.kind === 'registered' ? source.name : 'live'
  return { source: from, target, environment }
}

/** `<!-- ecs-safe-deploy prod/web -->` */
export function markerOf({ target, source, environment }: Topic): string {
  const about = target ? [resourceName(target.cluster), resourceName(target.service)] : ['', source]
  const parts = [...about, ...(environment ? [environment] : [])]
  // An encoded name cannot end the line.
  return `<!-- ecs-safe-deploy ${parts.map(encode).join('/')} -->`
}

/** A lone half of a surrogate pair has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

/** `web on prod`, `web on prod (staging)` */
export function topicName({ target, source, environment }: Topic): string {
  const what = target
    ? `${resourceName(target.service)} on ${resourceName(target.cluster)}`
    : `revision from ${source}`
  return environment ? `${what} (${environment})` : what
}
