/**
 * Where a container of a task writes its log, by its task definition.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
import { resourceName } from '../ecs/arn.js'
import type { JsonObject } from '../text/json.js'
import { isObject, objectsIn, text } from '../text/json.js'

export type LogLocation =
  | { readonly kind: 'cloudwatch'; readonly region: string; readonly group: string; readonly stream: string }
  /** where a person has to look */
  | { readonly kind: 'elsewhere'; readonly why: string }

/** `region` is the one of the service, for a definition that names none. */
export function logLocation(
  definition: JsonObject,
  container: string,
  task: string,
  region: string,
): LogLocation {
  const found = objectsIn(definition.containerDefinitions).find(({ name }) => name === container)
  const configuration = found?.logConfiguration
  if (!isObject(configuration)) return otherLogDriver(`container ${container} has no logConfiguration`)
  const driver = text(configuration.logDriver) ?? 'no driver'
  if (driver !== 'awslogs')
    return otherLogDriver(
      `container ${container} logs by ${driver}: look ${whereTo[driver] ?? 'where that sends it'}`,
    )
  const options = isObject(configuration.options) ? configuration.options : {}
  const group = text(options['awslogs-group'])
  const prefix = text(options['awslogs-stream-prefix'])
  if (!group) return otherLogDriver(`container ${container} names no awslogs-group`)
  // Without a prefix the stream is called as the container's id, which ECS tells on instances only.
  if (!prefix)
    return otherLogDriver(
      `look in the log group ${group}: without awslogs-stream-prefix the stream has no known name`,
    )
  return {
    kind: 'cloudwatch',
    region: text(options['awslogs-region']) ?? region,
    group,
    stream: `${prefix}/${container}/${resourceName(task)}`,
  }
}

/**
 * Where the other drivers send it, without the values of options, which are not for everybody. The option that says so
 * is one of Docker's driver (https://docs.docker.com/engine/logging/configure/); of FireLens the name of the output
 * plug-in (AmazonECS/latest/developerguide/firelens-taskdef.html).
 */
const whereTo: Readonly<Record<string, string>> = {
  awsfirelens: 'where the option Name sends it, and in the log of the log router',
  fluentd: 'at the fluentd-address',
  gelf: 'at the gelf-address',
  'json-file': 'on the container instance (docker logs)',
  journald: 'in the journal of the container instance',
  splunk: 'at the splunk-url',
  syslog: 'at the syslog-address',
}

function otherLogDriver(why: string): LogLocation {
  return { kind: 'elsewhere', why }
}
