/**
 * ECS: "APPMESH proxy configuration is only supported in networkMode=awsvpc", "Proxy container [envoy] does not
 * exist.", "Ingress port not found".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */

import { quote } from '../../errors/problem.js'
import { containersOf, listedIn, memberOf } from '../../task-definition/containers.js'
import { networkModeOf } from '../../task-definition/ports.js'
import { enumerate } from '../../text/enumerate.js'
import { isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

const required = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts']

export const proxyConfiguration = defineCheck({ id: 'proxy-configuration', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  if (!isObject(definition.proxyConfiguration)) return undefined
  const proxy = memberOf({ value: definition, path: [] }, 'proxyConfiguration')
  const flaws: Flaw[] = []
  if (networkModeOf(definition) !== 'awsvpc') {
    const said = 'proxyConfiguration is set, but only network mode awsvpc supports it'
    flaws.push({
      path: proxy.path,
      text: said,
      next: 'Set networkMode to awsvpc, or remove proxyConfiguration.',
    })
  }
  const container = text(proxy.value.containerName) ?? ''
  if (!containersOf(definition).some(({ value }) => value.name === container)) {
    flaws.push({
      path: [...proxy.path, 'containerName'],
      text: `proxyConfiguration names container ${quote(container)}, which the task definition does not have`,
      next: 'Correct the name, or add the container.',
    })
  }
  const names = listedIn(proxy, 'properties').map(({ value }) => value.name)
  const missing = required.filter(name => !names.includes(name))
  if (missing.length > 0) {
    const said = `proxyConfiguration lacks ${enumerate(missing)}`
    flaws.push({ path: proxy.path, text: said, next: `Add ${enumerate(missing)} to its properties.` })
  }
  return flaws.map(flaw => toFinding(context, flaw))
}
