import type { AlarmCondition, AlarmMetric } from '../../ecs/resources/alarms.js'
import type { HookFunction } from '../../ecs/resources/lambdas.js'
import type {
  DescribedAlarm,
  DescribedCapacity,
  DescribedHost,
  DescribedRepository,
  DescribedScaling,
  DescribedSidecar,
  DescribedTargetGroup,
} from '../description.js'
import {
  flag,
  integer,
  type JsonSchema,
  list,
  named,
  number,
  object,
  oneOf,
  reference,
  text,
} from './json-schema.js'

type Members<T> = Readonly<Record<keyof T, JsonSchema>>

const repository: Members<DescribedRepository> = {
  tagMutability: oneOf(['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION']),
  exclusions: list(text(), 'Such as dev-*.'),
}

const targetGroup: Members<DescribedTargetGroup> = {
  targetType: oneOf(['ip', 'instance'], 'By default ip, as awsvpc needs it.'),
  trafficProtocol: oneOf(['HTTP', 'HTTPS', 'TCP', 'TLS'], 'By default HTTP.'),
  trafficPort: integer('The default port of targets; ECS registers each with its own.', [1, 65_535]),
  protocol: oneOf(['HTTP', 'TCP'], 'Of the health check; by default HTTP.'),
  path: text('Of the health check; by default /.'),
  port: {
    anyOf: [{ const: 'traffic-port', type: 'string' }, integer('Another one.', [1, 65_535])],
    description: 'Of the health check; by default traffic-port.',
  },
  intervalSeconds: number('Between health checks; by default 30.', 5),
  timeoutSeconds: number('Of a health check; by default 6.', 1),
  healthyThreshold: integer('By default 5.', [2, 10]),
  unhealthyThreshold: integer('By default 2.', [2, 10]),
  matcher: text(
    'Status codes that pass: "200", "200,302" or "200-399"; by default 200.',
    '^\\d{3}([,-]\\d{3})*$',
  ),
  deregistrationDelaySeconds: number('How long targets drain; by default 300.'),
  missing: flag('There is no such target group: it was deleted.'),
}

const capacity: Members<DescribedCapacity> = {
  available: flag('Whether a task can be placed; by default it can.'),
  hostFailure: text('What stops tasks before a container is created, in the words of ECS; empty: nothing.'),
  placementFailures: list(
    object({ reason: text('Such as RESOURCE:MEMORY.'), detail: text(), arn: text() }, ['reason']),
    'Of RunTask, each for one task that is not placed.',
  ),
  hasContainerInstances: flag('Whether there are any for the launch type EC2; by default there are.'),
}

const host: Members<DescribedHost> = {
  targetGroup: text('Its name or ARN.'),
  status: integer('Of a fixed response; by default 200.', [100, 599]),
  body: text('Of a fixed response.'),
  location: text('Of a fixed response: where it redirects to.'),
}

const hookFunction: Members<HookFunction> = {
  hookStatus: {
    anyOf: [oneOf(['SUCCEEDED', 'FAILED']), { type: 'null' }],
    description: 'Null: none is returned.',
  },
  seconds: number('How long the function runs.'),
  error: text('Why ECS cannot invoke it, in its words.'),
}

const sidecar: Pick<Members<DescribedSidecar>, 'namePrefix' | 'image' | 'software'> = {
  namePrefix: oneOf(['ecs-service-connect-', 'aws-guardduty-agent-']),
  image: text(),
  software: reference('software'),
}

const metric: Members<AlarmMetric> = { namespace: text(), name: text(), dimensions: named(text()) }

const condition: Members<AlarmCondition> = {
  statistic: oneOf(['Sum', 'Average', 'Maximum', 'Minimum', 'SampleCount']),
  comparison: oneOf([
    'GreaterThanThreshold',
    'GreaterThanOrEqualToThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  threshold: { type: 'number' },
  periods: integer('Of a minute each.', [1]),
  datapoints: integer('How many of the periods have to be beyond the threshold.', [1]),
}

const conditionObject = object(condition, Object.keys(condition))
const metricNames = Object.keys(metric)

const alarmDefinition: JsonSchema = {
  anyOf: [
    object({ kind: { const: 'metric' }, ...metric, condition: conditionObject }, ['kind', ...metricNames]),
    object(
      {
        kind: { const: 'expression' },
        expression: text('Metric math, or a query such as SELECT.'),
        metrics: list(object(metric, metricNames)),
        condition: conditionObject,
      },
      ['kind', 'expression', 'metrics'],
    ),
    object({ kind: { const: 'composite' }, rule: text('Such as ALARM("a") OR ALARM("b").') }, [
      'kind',
      'rule',
    ]),
  ],
}

const alarmState = oneOf(['OK', 'ALARM', 'INSUFFICIENT_DATA'])

const describedAlarm: Members<DescribedAlarm> = {
  state: alarmState,
  definition: alarmDefinition,
  values: list({ type: 'number' }, 'Data points, newest first.'),
}

const scaling: Members<DescribedScaling> = {
  cluster: text('By default default.'),
  service: text(),
  min: integer('The least number of tasks.'),
  max: integer('The greatest number of tasks.'),
  suspended: object({
    in: flag('Dynamic scaling in.'),
    out: flag('Dynamic scaling out.'),
    scheduled: flag('Scheduled actions.'),
  }),
  desiredCount: integer('What auto scaling sets, within the limits.'),
}

export const resourceDefinitions = {
  repository: object(repository, [], 'With it, tags that no image has do not exist.'),
  targetGroup: object(targetGroup, [], 'With the defaults of CreateTargetGroup.'),
  capacity: object(capacity),
  host: object(host, [], 'What responds under a name, for clients whose HTTP proxy is the simulator.'),
  hookFunction: object(
    hookFunction,
    ['hookStatus', 'seconds'],
    'A Lambda function that a lifecycle hook calls.',
  ),
  sidecar: object(sidecar, ['namePrefix', 'image'], 'A container that AWS adds to tasks.'),
  alarm: { anyOf: [alarmState, object(describedAlarm, ['state'])], description: 'The state, or more.' },
  scaling: object(scaling, ['service'], 'A scalable target of Application Auto Scaling.'),
  serviceName: object({ cluster: text('By default default.'), service: text() }, ['service']),
} satisfies Readonly<Record<string, JsonSchema>>
