/**
 * ECS refuses: "Log driver awslogs requires options: awslogs-region, awslogs-group", and "Fargate requires log
 * configuration options to include awslogs-stream-prefix to support log driver awslogs.". Options can contain secrets:
 * no values in messages.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html (names)
 */
import { isRegion, parseArn as placeOfArn } from '../../ecs/arn.js'
import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, isForFargate, memberOf } from '../../task-definition/containers.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

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
  const needed = [
    'awslogs-group',
    'awslogs-region',
    ...(isForFargate(context.definition) ? ['awslogs-stream-prefix'] : []),
  ]
  const missing = needed.filter(option => !text(options[option]))
  if (missing.length > 0)
    return [
      {
        result: 'refused',
        text: `container ${name}: the log driver awslogs has no ${enumerate(missing)}`,
        next: `Give the log options of ${name} ${enumerate(missing)} (in the file, or with log-configuration-options).`,
        ...locate(context, path),
      },
    ]
  return [...group(context, optionOf('awslogs-group')), ...region(context, optionOf('awslogs-region'))]
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
      text: `container ${container}: awslogs-group is no name that a log group can have: letters, digits and _ - / . # only`,
      next: 'Give the name of the log group, not its ARN.',
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
        text: `container ${container}: awslogs-region does not look like a region of AWS`,
        next: 'Give it like eu-west-1.',
        ...locate(context, path),
      },
    ]
  const own = placeOfArn(context.observed?.service.arn ?? '')?.region
  if (own === undefined || own === value) return []
  return [
    {
      result: 'notice',
      text: `container ${container}: the logs go to another region than ${own}, where the service runs`,
      next: `Give awslogs-region ${own} if that is not meant.`,
      ...locate(context, path),
    },
  ]
}
