/**
 * ECS: "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be
 * configured in one of the containers.", "Log driver splunk requires options: splunk-token".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, memberOf, secretsIn } from '../../task-definition/containers.js'
import { enumerate } from '../../text/enumerate.js'
import { isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

export const logDriver = defineCheck({ id: 'log-driver', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  const drivers = containers.map(container => memberOf(container, 'logConfiguration').value.logDriver)
  if (!drivers.includes('awsfirelens') && !drivers.includes('splunk')) return undefined
  const hasRouter = containers.some(({ value }) => isObject(value.firelensConfiguration))
  return containers
    .flatMap(container => [...(hasRouter ? [] : routerFlaws(container)), ...splunkFlaws(container)])
    .map(flaw => toFinding(context, flaw))
}

function routerFlaws(container: Container): Flaw[] {
  const { value, path } = memberOf(container, 'logConfiguration')
  if (value.logDriver !== 'awsfirelens') return []
  return [
    {
      path: [...path, 'logDriver'],
      text: `container ${container.name} logs with awsfirelens, but no container has a firelensConfiguration`,
      next: 'Add a log router: a container with firelensConfiguration.',
    },
  ]
}

/** Secrets count as options. */
function splunkFlaws(container: Container): Flaw[] {
  const log = memberOf(container, 'logConfiguration')
  if (log.value.logDriver !== 'splunk') return []
  const { value: options } = memberOf(log, 'options')
  const secrets = secretsIn(container).logging.map(({ value }) => value.name)
  const missing = ['splunk-url', 'splunk-token'].filter(
    option => !text(options[option]) && !secrets.includes(option),
  )
  if (missing.length === 0) return []
  return [
    {
      path: log.path,
      text: `container ${container.name}: the log driver splunk lacks ${enumerate(missing)}`,
      next: `Add ${enumerate(missing)} to options or secretOptions of ${container.name}.`,
    },
  ]
}
