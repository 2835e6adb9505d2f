/**
 * Whether the log driver awslogs is told where to write. What ECS refuses to register: "Log driver awslogs requires
 * options: awslogs-region, awslogs-group", and "Fargate requires log configuration options to include
 * awslogs-stream-prefix to support log driver awslogs.".
 *
 * Values of options are not told: a driver can have secrets in them.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html (names)
 */
import { isRegion, placeOf as placeOfArn } from '../../ecs/arn.js'
import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, isForFargate, memberOf } from '../../task-definition/containers.js'
import { text } from '../../text/json.js'
import type { Finding } from '../answers.js'
import { answers, enumerate, placeOf } from '../answers.js'
import type { Check } from '../check.js'
import type { Subject } from '../check-context.js'

export function checkLogs(subject: Subject): Check[] {
  const containers = containersOf(subject.definition)
    .map(container => ({ container, log: memberOf(container, 'logConfiguration') }))
    .filter(({ log }) => log.value.logDriver === 'awslogs')
  if (containers.length === 0) return []
  return answers(
    'log-group',
    containers.flatMap(({ container, log }) => check(subject, container, memberOf(log, 'options'))),
  )
}

function check(subject: Subject, { name }: Container, { value: options, path }: Placed): Finding[] {
  const needed = [
    'awslogs-group',
    'awslogs-region',
    ...(isForFargate(subject.definition) ? ['awslogs-stream-prefix'] : []),
  ]
  const missing = needed.filter(option => !text(options[option]))
  if (missing.length > 0)
    return [
      {
        result: 'refused',
        text: `container ${name}: the log driver awslogs has no ${enumerate(missing)}`,
        next: `Give the log options of ${name} ${enumerate(missing)} (in the file, or with log-configuration-options).`,
        ...placeOf(subject, path),
      },
    ]
  return [
    ...group(subject, name, text(options['awslogs-group']) ?? '', [...path, 'awslogs-group']),
    ...region(subject, name, text(options['awslogs-region']) ?? '', [...path, 'awslogs-region']),
  ]
}

function group(subject: Subject, name: string, value: string, path: Placed['path']): Finding[] {
  if (/^[\w/.#-]{1,512}$/.test(value)) return []
  return [
    {
      result: 'warning',
      text: `container ${name}: awslogs-group is no name that a log group can have: letters, digits and _ - / . # only`,
      next: 'Give the name of the log group, not its ARN.',
      ...placeOf(subject, path),
    },
  ]
}

/** Logs may go to another region. */
function region(subject: Subject, name: string, value: string, path: Placed['path']): Finding[] {
  if (!isRegion(value))
    return [
      {
        result: 'warning',
        text: `container ${name}: awslogs-region does not look like a region of AWS`,
        next: 'Give it like eu-west-1.',
        ...placeOf(subject, path),
      },
    ]
  const own = placeOfArn(subject.observed?.service.arn ?? '')?.region
  if (own === undefined || own === value) return []
  return [
    {
      result: 'notice',
      text: `container ${name}: the logs go to another region than ${own}, where the service runs`,
      next: `Give awslogs-region ${own} if that is not meant.`,
      ...placeOf(subject, path),
    },
  ]
}
