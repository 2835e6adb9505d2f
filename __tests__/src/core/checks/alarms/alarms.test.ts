import { expect, test } from '@jest/globals'
import { alarmMissing } from '../../../../../src/core/checks/alarms/alarm-missing.js'
import { alarmNone } from '../../../../../src/core/checks/alarms/alarm-none.js'
import { alarmRinging } from '../../../../../src/core/checks/alarms/alarm-ringing.js'
import { alarmRunningTasks } from '../../../../../src/core/checks/alarms/alarm-running-tasks.js'
import { alarmUnhealthyHosts } from '../../../../../src/core/checks/alarms/alarm-unhealthy-hosts.js'
import type { CheckContext } from '../../../../../src/core/checks/check-context.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { Alarm, Metric } from '../../../../../src/core/resources/alarm.js'
import type { Lookup } from '../../../../../src/core/resources/lookup.js'
import { noResources, type RelatedResources } from '../../../../../src/core/resources/related-resources.js'
import { anAlarm } from '../../../../support/alarm-builders.js'
import { aCheckContext, checkResults, runEach, unobserved } from '../../../../support/check-builders.js'
import { aTargetGroup } from '../../../../support/port-builders.js'
import { aLoadBalancer, aService } from '../../../../support/service-builders.js'

const checkAlarms = (context: CheckContext) =>
  runEach([alarmRinging, alarmMissing, alarmNone, alarmUnhealthyHosts, alarmRunningTasks], context)

const group = 'targetgroup/web-prod/6d0ecf831eec9f09'
const metric = (namespace: string, name: string, dimensions: Readonly<Record<string, string>>): Metric => ({
  namespace,
  name,
  dimensions: new Map(Object.entries(dimensions)),
})
const hosts = metric('AWS/ApplicationELB', 'UnHealthyHostCount', {
  TargetGroup: group,
  LoadBalancer: 'app/web/50dc6c495c0c9188',
})
const tasks = metric('ECS/ContainerInsights', 'RunningTaskCount', { ClusterName: 'prod', ServiceName: 'web' })
const latency = metric('AWS/ApplicationELB', 'TargetResponseTime', { TargetGroup: group })

interface Row {
  readonly name: string
  /** what each alarm of the service watches */
  readonly alarms: Readonly<Record<string, readonly Metric[] | 'composite' | 'absent'>>
  readonly service?: Partial<Service>
  /** the target groups of the service, where they were seen */
  readonly groups?: readonly string[]
  readonly raises: readonly string[]
}

function check({ alarms, service, groups }: Row) {
  const value = new Map(
    Object.entries(alarms).flatMap(([name, watches]): [string, Alarm][] => {
      if (watches === 'absent') return []
      return [[name, anAlarm({ state: 'OK', watches: watches === 'composite' ? undefined : watches })]]
    }),
  )
  const targetGroups: RelatedResources['targetGroups'] = groups
    ? {
        kind: 'found',
        value: groups.map(name =>
          aTargetGroup({ arn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${name}`, name }),
        ),
      }
    : noResources.targetGroups
  const seen: Lookup<ReadonlyMap<string, Alarm>> = { kind: 'found', value }
  return checkAlarms(
    aCheckContext({
      observed: {
        service: aService({ loadBalancers: [aLoadBalancer()], alarms: Object.keys(alarms), ...service }),
        live: {},
      },
      resources: { ...noResources, alarms: seen, targetGroups },
    }),
  )
}

const both = ['alarm-unhealthy-hosts notice', 'alarm-running-tasks notice']

test.each<Row>([
  { name: 'no alarm: one notice, not three', alarms: {}, raises: ['alarm-none notice'] },
  { name: 'alarms on both', alarms: { hosts: [hosts], tasks: [tasks] }, raises: [] },
  { name: 'one alarm on both, by an expression', alarms: { health: [tasks, hosts] }, raises: [] },
  { name: 'an alarm on something else', alarms: { latency: [latency] }, raises: both },
  { name: 'only the targets', alarms: { hosts: [hosts] }, raises: ['alarm-running-tasks notice'] },
  { name: 'only the tasks', alarms: { tasks: [tasks] }, raises: ['alarm-unhealthy-hosts notice'] },
  {
    name: 'the tasks of a service without a load balancer',
    alarms: { tasks: [tasks] },
    service: { loadBalancers: [] },
    raises: [],
  },
  {
    name: 'healthy targets instead of unhealthy ones, of a network load balancer',
    alarms: { hosts: [metric('AWS/NetworkELB', 'HealthyHostCount', { TargetGroup: group })], tasks: [tasks] },
    raises: [],
  },
  {
    name: 'its own target group',
    alarms: { hosts: [hosts], tasks: [tasks] },
    groups: ['targetgroup/a/1', group],
    raises: [],
  },
  {
    name: "another service's target group",
    alarms: { hosts: [hosts], tasks: [tasks] },
    groups: ['targetgroup/web-prod-2/0123456789abcdef'],
    raises: ['alarm-unhealthy-hosts notice'],
  },
  {
    name: "another service's tasks",
    alarms: {
      hosts: [hosts],
      tasks: [
        metric('ECS/ContainerInsights', 'RunningTaskCount', { ClusterName: 'prod', ServiceName: 'api' }),
      ],
    },
    raises: ['alarm-running-tasks notice'],
  },
  {
    name: 'the tasks of the whole cluster',
    alarms: {
      hosts: [hosts],
      tasks: [metric('ECS/ContainerInsights', 'RunningTaskCount', { ClusterName: 'prod' })],
    },
    raises: ['alarm-running-tasks notice'],
  },
  {
    name: 'a metric of that name in another namespace',
    alarms: { hosts: [metric('Custom', 'UnHealthyHostCount', { TargetGroup: group })], tasks: [tasks] },
    raises: ['alarm-unhealthy-hosts notice'],
  },
  {
    name: 'a composite alarm, which may watch anything',
    alarms: { all: 'composite', latency: [latency] },
    raises: [],
  },
  {
    name: 'a missing alarm with an unknown metric',
    alarms: { gone: 'absent', latency: [latency] },
    raises: ['alarm-missing warning'],
  },
])('$name: $raises', row => {
  expect(checkResults(check(row))).toStrictEqual(row.raises)
})

test('without a read of the alarms, the finding is only their absence', () => {
  const offline = (alarms: readonly string[]) =>
    checkAlarms(aCheckContext({ observed: { service: aService({ alarms }), live: {} } }))
  expect(checkResults(offline(['web-5xx']))).toStrictEqual([])
  expect(checkResults(offline([]))).toStrictEqual(['alarm-none notice'])
})

test.each([
  { pages: 'https://github.com/o/a/blob/v1', docsUrl: 'https://github.com/o/a/blob/v1/docs/alarms.md' },
  { pages: undefined, docsUrl: 'docs/alarms.md of this action' },
])('the page that helps: $docsUrl', ({ pages, docsUrl }) => {
  const subject = aCheckContext({ observed: { service: aService(), live: {} } })
  expect(checkAlarms({ ...subject, pages })).toMatchObject([{ id: 'alarm-none', docsUrl }])
})

test('without a service there is nothing to watch', () => {
  expect(checkAlarms(unobserved(aCheckContext()))).toStrictEqual([])
})
