/** The hidden first line of a comment: from inputs alone, so that a refused plan replaces an earlier comment. */
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { TaskDefinitionSource } from '../../core/options/task-definition-source.js'
import { redact } from '../../core/redaction/redact.js'
import { enumerate } from '../../core/text/enumerate.js'

export interface Topic {
  /** of one cluster; none where only a revision is registered */
  readonly targets: readonly Target[]
  /** a path or a name */
  readonly source: string
  /** tells services of one name in several accounts apart */
  readonly environment: string | undefined
}

export function topicOf(
  targets: readonly Target[],
  source: TaskDefinitionSource,
  environment: string | undefined,
): Topic {
  const from = source.kind === 'file' ? source.path : source.kind === 'registered' ? source.name : 'live'
  return { source: from, targets, environment }
}

/** `<!-- ecs-safe-deploy prod/web -->` */
export function markerOf({ targets, source, environment }: Topic): string {
  const [first] = targets
  const about = first ? [resourceName(first.cluster), namesOf(targets).join(',')] : ['', source]
  const parts = [...about, ...(environment ? [environment] : [])]
  // An encoded name cannot end the comment.
  return `<!-- ecs-safe-deploy ${parts.map(part => encode(redact(part, []))).join('/')} -->`
}

function namesOf(targets: readonly Target[]): string[] {
  return targets.map(({ service }) => resourceName(service))
}

/** A lone surrogate has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

export function topicName({ targets, source, environment }: Topic): string {
  const [first] = targets
  const what = first
    ? `${enumerate(namesOf(targets))} on ${resourceName(first.cluster)}`
    : `revision from ${source}`
  return environment ? `${what} (${environment})` : what
}
