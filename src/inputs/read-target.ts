import { isArn, resourceName, serviceOf } from '../core/ecs/arn.js'
import type { Target } from '../core/ecs/service.js'
import { quote, quoteReference } from '../core/errors/problem.js'
import { duplicates } from '../core/text/duplicates.js'
import { enumerate } from '../core/text/enumerate.js'
import type { InputForm } from './input-form.js'
import { splitList } from './input-row.js'

/** None: only the revision is registered. Several are of one cluster. */
export function readTargets(form: InputForm): readonly Target[] {
  const { report, values } = form
  const { service, cluster } = values
  if (!isName(cluster) && !clusterArn.test(cluster)) {
    report('cluster', notATarget(cluster, 'cluster'))
    return []
  }
  const services = splitList(service, /[\n,]/)
  const targets = services.flatMap(one => readTarget(form, one) ?? [])
  const clusters = [...new Set(targets.map(target => resourceName(target.cluster)))]
  if (clusters.length > 1)
    report(
      'service',
      `names services of ${clusters.length} clusters (${enumerate(clusters)}): deploy those of each cluster in a step of its own`,
    )
  if (services.length > 1) refuseOfSeveral(form, services.length)
  for (const name of duplicates(targets.map(target => resourceName(target.service))))
    report('service', `names ${quote(name)} more than once: name each service once`)
  return targets
}

/** So many that the saved state and the outputs stay within what a runner takes. */
const mostServices = 50

/** What says something of one service only. */
function refuseOfSeveral({ report, values }: InputForm, count: number): void {
  if (count > mostServices)
    report('service', `names ${count} services, but a step deploys at most ${mostServices}: use more steps`)
  if (values['in-flight'] === 'join')
    report(
      'in-flight',
      '"join" follows the deployment of one service, but there are several: use supersede, wait or fail',
    )
  const { rollback } = values
  if (rollback && rollback.kind !== 'named') {
    const text = `${quote(rollback.kind === 'previous' ? 'previous' : rollback.number)} can mean another revision for each of several services: name one, as in rollback: web:41, or roll back each service in a step of its own`
    report('rollback', text)
  }
}

function readTarget({ values: { cluster }, report }: InputForm, service: string): Target | undefined {
  if (isName(service)) return { cluster, service }
  const parts = serviceOf(service)
  if (!parts || !Object.values(parts).every(isName)) {
    report('service', notATarget(service, 'service'))
    return undefined
  }
  const clusterName = resourceName(cluster)
  if (parts.cluster && cluster !== 'default' && clusterName !== parts.cluster) {
    report('cluster', `${quote(cluster)} is not the cluster of the service ARN, ${parts.cluster}`)
  }
  return { cluster: parts.cluster && !isArn(cluster) ? parts.cluster : cluster, service }
}

const clusterArn = /^arn:[^:]+:ecs:[^:]*:[^:]*:cluster\/[\w-]{1,255}$/

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function isName(value: string): boolean {
  return /^[\w-]{1,255}$/.test(value)
}

/** What is written instead of the name of one service, and what to write. */
function meantService(value: string): string | undefined {
  const [cluster = '', name = '', ...more] = value.split('/')
  if (isName(cluster) && isName(name) && more.length === 0)
    return `names the cluster, too: set cluster to ${cluster} and service to ${name}`
  const names = value.split(/\s+/)
  if (names.length < 2 || !names.every(isName)) return undefined
  return `is ${names.length} names with spaces between them: write commas, or each service on a line of its own`
}

function notATarget(value: string, what: 'cluster' | 'service'): string {
  const meant = what === 'service' ? meantService(value) : undefined
  if (meant) return `${quote(value)} ${meant}`
  const form = isArn(value) ? '' : ' (up to 255 letters, digits, hyphens and underscores)'
  return `${quoteReference(value)} is neither a ${what} name${form} nor a ${what} ARN`
}
