import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { slowRollout } from '../../../../../src/core/checks/service/slow-rollout.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../../src/core/options/service-options.js'
import type { Lookup } from '../../../../../src/core/resources/lookup.js'
import { noResources } from '../../../../../src/core/resources/related-resources.js'
import type { TargetGroup } from '../../../../../src/core/resources/target-group.js'
import { aCheckContext, unobserved } from '../../../../support/check-builders.js'
import { serviceOptions } from '../../../../support/option-builders.js'
import { aTargetGroup } from '../../../../support/port-builders.js'
import { aLoadBalancer, aService, targetGroupArn, thePrevious } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly service?: Partial<Service>
  readonly wish?: Partial<ServiceOptions>
  readonly groups?: readonly TargetGroup[]
  /** seconds, by ARN */
  readonly delays?: Readonly<Record<string, number>> | Lookup<never>
}

const start = Date.UTC(2026, 10, 21, 9, 30)

function check({
  service = {},
  wish = {},
  groups = [aTargetGroup()],
  delays = { [targetGroupArn]: 300 },
}: Row) {
  const running = thePrevious({ status: 'PRIMARY', runningCount: service.desiredCount ?? 2 })
  const observed = {
    service: aService({
      loadBalancers: [aLoadBalancer()],
      runningCount: service.desiredCount ?? 2,
      deployments: [running],
      ...service,
    }),
  }
  const deregistrationDelays = isLookup(delays)
    ? delays
    : { kind: 'found' as const, value: new Map(Object.entries(delays)) }
  const resources = {
    ...noResources,
    targetGroups: { kind: 'found' as const, value: groups },
    deregistrationDelays,
  }
  return runCheck(slowRollout, aCheckContext({ observed, rollout: serviceOptions(wish), resources }))
}

function isLookup(delays: NonNullable<Row['delays']>): delays is Lookup<never> {
  return 'kind' in delays
}

test.each<Row>([
  { name: 'old tasks drain for as long as most requests take', delays: { [targetGroupArn]: 30 } },
  { name: 'less than a minute could be saved', delays: { [targetGroupArn]: 89 } },
  { name: 'the targets have no delay, as Lambda functions', delays: {} },
  {
    name: 'two rounds that do not take long',
    service: { minimumHealthyPercent: 50, maximumPercent: 100 },
    delays: { [targetGroupArn]: 5 },
  },
])('passes if $name', row => {
  expect(check(row)).toStrictEqual([{ id: 'slow-rollout', result: 'passed', text: '', next: '' }])
})

test.each<Row>([
  {
    name: 'the delays were not read, as for a service that this action has deployed before',
    delays: { kind: 'skipped' },
  },
  { name: 'traffic shifts', service: { strategy: 'BLUE_GREEN' } },
  { name: 'ECS manages the service', service: { managedBy: 'ECS' } },
  { name: 'the service wants no task', service: { desiredCount: 0 } },
  { name: 'no task runs that could drain', service: { runningCount: 0 } },
])('says nothing if $name', row => {
  expect(check(row)).toStrictEqual([])
})

test('has nothing to say without a service', () => {
  expect(runCheck(slowRollout, unobserved(aCheckContext()))).toStrictEqual([])
})

test('a denied read names the permission', () => {
  const why = 'allow elasticloadbalancing:DescribeTargetGroupAttributes'
  expect(check({ name: '', delays: { kind: 'unavailable', why } })).toMatchObject([
    { result: 'unseen', text: `not checked: ${why}`, isRecommendation: true },
  ])
})

const otherArn = targetGroupArn.replace('web', 'api')
const halfAtATime = { minimumHealthyPercent: 50, maximumPercent: 100 }

const drainingPage = /\/load-balancer-connection-draining\.html$/
const percentagesPage = /\/service-options\.html$/

test.each<Row & { readonly says: string; readonly saves: string; readonly links?: RegExp }>([
  {
    name: 'the defaults of Elastic Load Balancing',
    says: 'the settings of the service can add 6 minutes to each deployment: at most 30 s until the load balancer first checks a new task and 300 s until an old one has drained',
    saves:
      'A deregistration delay (deregistration_delay.timeout_seconds) of 30 s for target group web-prod saves up to 270 s, if no request takes longer than that.',
  },
  {
    name: 'target groups of which one drains quickly: only the other one is named',
    groups: [aTargetGroup(), aTargetGroup({ arn: otherArn, name: 'api-prod' })],
    delays: { [targetGroupArn]: 20, [otherArn]: 120 },
    says: '30 s until the load balancer first checks a new task and 120 s until an old one has drained',
    saves: 'of 30 s for target group api-prod saves up to 90 s',
  },
  {
    name: 'checks that are off',
    groups: [aTargetGroup({ healthCheck: { enabled: false } })],
    says: 'can add 5 minutes to each deployment: at most 300 s until an old one has drained',
    saves: 'saves up to 270 s',
  },
  {
    name: 'two rounds: the delay counts in each, and is the largest part',
    service: halfAtATime,
    says: 'can add 11 minutes to each deployment: at most 2 rounds, each with 30 s until the load balancer first checks a new task and 300 s until an old one has drained',
    saves: 'saves up to 540 s',
  },
  {
    name: 'many rounds with a short delay: one round is the largest saving',
    service: { desiredCount: 10, minimumHealthyPercent: 90, maximumPercent: 100 },
    delays: { [targetGroupArn]: 30 },
    says: 'at most 10 rounds, each with 30 s until the load balancer first checks a new task and 30 s until',
    saves:
      'minimum-healthy-percent: 100 and maximum-percent: 200 replace all tasks in one round, which saves up to 540 s, if there is room for twice the tasks.',
    links: percentagesPage,
  },
  {
    name: 'a DAEMON service: its percentages are about instances',
    service: { ...halfAtATime, scheduling: 'DAEMON' },
    says: '2 rounds',
    saves: 'saves up to 540 s',
  },
])('$name', ({ says, saves, links = drainingPage, ...row }) => {
  const [found] = check(row)
  expect(found).toMatchObject({ id: 'slow-rollout', result: 'notice', isRecommendation: true })
  expect(found?.text).toContain(says)
  expect(found?.next).toContain(saves)
  expect(found?.docsUrl).toMatch(links)
})

const completed = (id: string, seconds: number) => ({
  id: '6c1e1b8c-5a50-4b0f-9d7c-0b8fd4ba2d8f',
  at: start + seconds * 1000,
  message: `(service web) (deployment ${id}) deployment completed.`,
})

test.each([
  { name: 'took so long', seconds: 402, says: '. The last deployment took 7 minutes' },
  {
    name: 'ended before the deployment that serves began again, as after a rollback',
    seconds: -60,
    says: 'drained',
  },
])('the last deployment $name', ({ seconds, says }) => {
  const primary = thePrevious({ status: 'PRIMARY', rolloutState: 'COMPLETED', createdAt: start })
  const service = { deployments: [primary], events: [completed(primary.id, seconds)] }
  const [found] = check({ name: '', service })
  expect(found?.text.endsWith(says)).toBe(true)
})
