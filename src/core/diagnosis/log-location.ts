/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
import { addedContainer } from '../ecs/added-container.js'
import { parseArn, resourceName } from '../ecs/arn.js'
import type { JsonObject } from '../text/json.js'
import { isObject, objectsIn, text } from '../text/json.js'
import type { LogSample } from './log-samples.js'
import type { LogStream } from './log-tail.js'

export type LogLocation =
  | { readonly kind: 'cloudwatch'; readonly stream: LogStream }
  | { readonly kind: 'elsewhere'; readonly why: string }

export function logLocation(definition: JsonObject, { container, task }: LogSample): LogLocation {
  const found = objectsIn(definition.containerDefinitions).find(({ name }) => name === container)
  const added = found ? undefined : addedContainer(container)
  if (added) return elsewhere(`${container} is ${added.what}, which AWS adds to the task`)
  const configuration = found?.logConfiguration
  if (!isObject(configuration)) return elsewhere(`container ${container} has no logConfiguration`)
  const driver = text(configuration.logDriver) ?? 'no driver'
  if (driver !== 'awslogs')
    return elsewhere(
      `container ${container} uses the log driver ${driver}: look ${destinations[driver] ?? 'where it sends the log'}`,
    )
  const options = isObject(configuration.options) ? configuration.options : {}
  const group = text(options['awslogs-group'])
  const prefix = text(options['awslogs-stream-prefix'])
  if (!group) return elsewhere(`container ${container} has no awslogs-group`)
  // Then the name is the id of the container, which ECS reports on instances only.
  if (!prefix)
    return elsewhere(
      `look in the log group ${group}: without awslogs-stream-prefix the name of the stream is not known`,
    )
  const stream = `${prefix}/${container}/${resourceName(task)}`
  const region = text(options['awslogs-region']) ?? parseArn(task)?.region ?? ''
  return { kind: 'cloudwatch', stream: { region, group, stream } }
}

/**
 * Names of options only: their values may be secret.
 * https://docs.docker.com/engine/logging/configure/
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
const destinations: Readonly<Record<string, string>> = {
  awsfirelens: 'where the option Name sends it, and in the log of the log router',
  fluentd: 'at the fluentd-address',
  gelf: 'at the gelf-address',
  'json-file': 'on the container instance (docker logs)',
  journald: 'in the journal of the container instance',
  splunk: 'at the splunk-url',
  syslog: 'at the syslog-address',
}

function elsewhere(why: string): LogLocation {
  return { kind: 'elsewhere', why }
}
