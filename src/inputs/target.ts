/** `cluster` and `service`. */
import { isArn, serviceOf } from '../core/ecs/arn.js'
import type { Target } from '../core/ecs/service.js'
import { quote } from '../core/errors/problem.js'
import type { InputReader } from './values.js'

/** Nothing where no service is given: only the revision is registered. */
export function readTarget({ get, report }: InputReader): Target | undefined {
  const service = get('service')
  const cluster = get('cluster') || 'default'
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

/** Which characters a name has is for ECS to say; blanks and what is longer than any ARN are in none. */
function isOneWord(value: string): boolean {
  return value.length <= 1_000 && !/\s/.test(value)
}
