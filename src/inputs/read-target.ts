import { isArn, serviceOf } from '../core/ecs/arn.js'
import type { Target } from '../core/ecs/service.js'
import { quote } from '../core/errors/problem.js'
import type { InputForm } from './input-form.js'

/** Undefined: only the revision is registered. */
export function readTarget({ values, report }: InputForm): Target | undefined {
  const { service, cluster } = values
  if (
    !isOneWord(cluster) ||
    (isArn(cluster) && !/^arn:[^:]+:ecs:[^:]*:[^:]*:cluster\/[^/]+$/.test(cluster))
  ) {
    report('cluster', `${quote(cluster)} is neither a cluster name nor a cluster ARN`)
    return undefined
  }
  if (service === '') return undefined
  if (isOneWord(service) && !isArn(service)) return { cluster, service }
  const parts = isOneWord(service) ? serviceOf(service) : undefined
  if (!parts) {
    report('service', `${quote(service)} is neither a service name nor a service ARN`)
    return undefined
  }
  const clusterName = cluster.slice(cluster.lastIndexOf('/') + 1)
  if (parts.cluster && clusterName !== 'default' && clusterName !== parts.cluster) {
    report('cluster', `${quote(cluster)} is another cluster than that of the service ARN, ${parts.cluster}`)
  }
  return { cluster: parts.cluster && !isArn(cluster) ? parts.cluster : cluster, service }
}

/** ECS decides which characters are valid; no name has blanks or is longer than an ARN. */
function isOneWord(value: string): boolean {
  return value.length <= 1_000 && !/\s/.test(value)
}
