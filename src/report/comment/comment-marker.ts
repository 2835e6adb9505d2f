/** The hidden first line of a comment: from inputs alone, so that a refused plan replaces an earlier comment. */
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { TaskDefinitionSource } from '../../core/options/task-definition-source.js'
import { redact } from '../../core/redaction/redact.js'

export interface Topic {
  /** undefined where only a revision is registered */
  readonly target: Target | undefined
  /** a path or a name */
  readonly source: string
  /** tells services of one name in several accounts apart */
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
  // An encoded name cannot end the comment.
  return `<!-- ecs-safe-deploy ${parts.map(part => encode(redact(part, []))).join('/')} -->`
}

/** A lone surrogate has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

export function topicName({ target, source, environment }: Topic): string {
  const what = target
    ? `${resourceName(target.service)} on ${resourceName(target.cluster)}`
    : `revision from ${source}`
  return environment ? `${what} (${environment})` : what
}
