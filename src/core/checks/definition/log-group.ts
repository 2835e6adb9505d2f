/**
 * ECS refuses: "Log driver awslogs requires options: awslogs-region, awslogs-group", and "Fargate requires log
 * configuration options to include awslogs-stream-prefix to support log driver awslogs.". Options can contain secrets:
 * no values in messages.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html (names)
 */
import { isRegion, parseArn as placeOfArn } from '../../ecs/arn.js'
import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, memberOf } from '../../task-definition/containers.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'
import { isOnFargate } from './fargate.js'

export const logGroup = defineCheck({ id: 'log-group', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
    .map(container => ({ container, log: memberOf(container, 'logConfiguration') }))
    .filter(({ log }) => log.value.logDriver === 'awslogs')
  if (containers.length === 0) return undefined
  return containers.flatMap(({ container, log }) => check(context, container, memberOf(log, 'options')))
}

function check(context: CheckContext, { name }: Container, { value: options, path }: Placed): CheckFinding[] {
  const optionOf = (option: string): LogOption => ({
    container: name,
    value: text(options[option]) ?? '',
    path: [...path, option],
  })
  const needed = ['awslogs-group', 'awslogs-region']
  if (isOnFargate(context)) needed.push('awslogs-stream-prefix')
  const missing = needed.filter(option => !text(options[option]))
  if (missing.length > 0)
    return [
      {
        result: 'refused',
        text: `container ${name}: the log driver awslogs lacks ${enumerate(missing)}`,
        next: `Add ${enumerate(missing)} to the log options of ${name} (in the file, or with log-configuration-options).`,
        ...locate(context, path),
      },
    ]
  const [groupOption, regionOption] = [optionOf('awslogs-group'), optionOf('awslogs-region')]
  return [
    ...(placeholderIn(groupOption.value) ? [] : group(context, groupOption)),
    ...(placeholderIn(regionOption.value) ? [] : region(context, regionOption)),
  ]
}

interface LogOption {
  readonly container: string
  readonly value: string
  readonly path: Path
}

function group(context: CheckContext, { container, value, path }: LogOption): CheckFinding[] {
  if (/^[\w/.#-]{1,512}$/.test(value)) return []
  return [
    {
      result: 'warning',
      text: `container ${container}: awslogs-group is not a valid name of a log group: only letters, digits and _ - / . # are allowed`,
      next: 'Use the name of the log group, not its ARN.',
      ...locate(context, path),
    },
  ]
}

/** Logs may go to another region. */
function region(context: CheckContext, { container, value, path }: LogOption): CheckFinding[] {
  if (!isRegion(value))
    return [
      {
        result: 'warning',
        text: `container ${container}: awslogs-region does not look like an AWS region`,
        next: 'Use a region such as eu-west-1.',
        ...locate(context, path),
      },
    ]
  const own = placeOfArn(context.observed?.service.arn ?? '')?.region
  if (own === undefined || own === value) return []
  return [
    {
      result: 'notice',
      text: `container ${container}: the logs go to a different region than ${own}, where the service runs`,
      next: `If this is not intended, set awslogs-region to ${own}.`,
      ...locate(context, path),
    },
  ]
}
