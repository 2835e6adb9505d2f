import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { breakerSlow } from '../../../../../src/core/checks/service/breaker-slow.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../../src/core/options/service-options.js'
import { noResources } from '../../../../../src/core/resources/related-resources.js'
import type { TargetGroup } from '../../../../../src/core/resources/target-group.js'
import { defaultBreaker } from '../../../../../src/core/settings/breaker.js'
import { aCheckContext, type Unusual, unobserved } from '../../../../support/check-builders.js'
import { breakerOptions, serviceOptions } from '../../../../support/option-builders.js'
import { aTargetGroup } from '../../../../support/port-builders.js'
import { aLoadBalancer, aService, thePrevious } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly service?: Partial<Service>
  readonly wish?: Partial<ServiceOptions>
  readonly more?: Unusual
}

function check({ service = {}, wish = {}, more = {} }: Row) {
  const running = thePrevious({ status: 'PRIMARY', runningCount: service.desiredCount ?? 2 })
  const observed = {
    service: aService({ loadBalancers: [aLoadBalancer()], deployments: [running], ...service }),
  }
  return runCheck(breakerSlow, aCheckContext({ observed, ...more, rollout: serviceOptions(wish) }))
}

const one = { desiredCount: 1 }
const threshold = (type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT', value: number) => ({
  breaker: breakerOptions({ threshold: { type, value } }),
})

test.each<Row>([
  { name: 'two tasks fail in two rounds' },
  { name: 'ten tasks fail in one', service: { desiredCount: 10 } },
  { name: 'one task, a threshold of two', service: one, wish: threshold('COUNT', 2) },
  { name: 'one task, raised to three', service: one, wish: { bumpDesiredCount: 3 } },
  { name: 'one task, half of it without bounds', service: one, wish: threshold('UNBOUNDED_PERCENT', 50) },
  {
    name: 'a share of which it is not known whether ECS rounds it to two or to three',
    service: { desiredCount: 5, minimumHealthyPercent: 100, maximumPercent: 120 },
    wish: threshold('UNBOUNDED_PERCENT', 50),
  },
  { name: 'nothing runs yet', service: { desiredCount: 3, runningCount: 0 } },
])('passes if $name', row => {
  expect(check(row)).toStrictEqual([{ id: 'breaker-slow', result: 'passed', text: '', next: '' }])
})

test.each<Row>([
  { name: 'the breaker is off and kept', service: one, wish: { breaker: breakerOptions({ mode: 'keep' }) } },
  { name: 'the service wants no task', service: { desiredCount: 0 } },
])('reports nothing if $name', row => {
  expect(check(row)).toStrictEqual([])
})

test('has nothing to say without a service', () => {
  expect(runCheck(breakerSlow, unobserved(aCheckContext()))).toStrictEqual([])
})

const group = (interval: number, unhealthyThreshold: number, enabled = true): TargetGroup =>
  aTargetGroup({
    arn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-${interval}/6d0ecf831eec9f09`,
    name: `web-${interval}`,
    healthCheck: { enabled, interval, unhealthyThreshold },
  })
const seen = (...value: TargetGroup[]) => ({
  resources: { ...noResources, targetGroups: { kind: 'found' as const, value } },
})
const container = (more: object) => ({
  definition: { family: 'web', containerDefinitions: [{ name: 'app', image: 'web:2', ...more }] },
})
const probe = { command: ['CMD-SHELL', 'curl -f localhost'] }

test.each<Row & { readonly says: string }>([
  {
    name: 'one task, nothing known of its checks',
    service: one,
    says: 'it takes 3 failed tasks, one after another, to trip the circuit breaker',
  },
  {
    name: 'one task behind a load balancer',
    service: one,
    more: seen(group(30, 2)),
    says: 'it takes 3 failed tasks, one after another, to trip the circuit breaker: about 3 minutes of failed load balancer health checks (3 × (2 × 30 s)), plus the time to start and stop tasks',
  },
  {
    name: 'quick checks',
    service: one,
    more: seen(group(5, 2)),
    says: 'about 30 seconds of failed load balancer health checks (3 × (2 × 5 s))',
  },
  {
    name: 'of two load balancers the quicker one',
    service: one,
    more: seen(group(30, 5), group(10, 3), group(1, 1, false)),
    says: '(3 × (3 × 10 s))',
  },
  {
    name: 'container health checks at their defaults',
    service: { ...one, loadBalancers: [] },
    more: container({ healthCheck: probe }),
    says: 'about 5 minutes of failed container health checks (3 × (3 × 30 s))',
  },
  {
    name: 'container health checks with a start period',
    service: one,
    more: container({ healthCheck: { ...probe, interval: 10, retries: 2, startPeriod: 60 } }),
    says: '(3 × (60 s + 2 × 10 s))',
  },
  {
    name: 'a count that waits for twenty',
    wish: threshold('COUNT', 20),
    more: seen(group(30, 2)),
    says: 'it takes 20 failed tasks, 2 at a time, to trip the circuit breaker: about 10 minutes of failed load balancer health checks (10 × (2 × 30 s))',
  },
  {
    name: 'many tasks and little room',
    service: { desiredCount: 100, minimumHealthyPercent: 100, maximumPercent: 110 },
    says: 'it takes 50 failed tasks, 10 at a time, to trip',
  },
  {
    name: 'a share without bounds, not as a count',
    service: { desiredCount: 9, minimumHealthyPercent: 100, maximumPercent: 112 },
    wish: threshold('UNBOUNDED_PERCENT', 50),
    says: 'it takes 50% of 9 tasks failing, one after another, to trip',
  },
])('reports $name', ({ says, ...row }) => {
  const [found] = check(row)
  expect(found).toMatchObject({ id: 'breaker-slow', result: 'notice' })
  expect(found?.text).toContain(says)
})

test.each([
  { name: 'an essential container has none', healthCheck: undefined, essential: true },
  { name: 'they are switched off', healthCheck: { command: ['NONE'] }, essential: true },
  { name: 'they are of a container that may fail', healthCheck: probe, essential: false },
])('gives no time for container health checks if $name', ({ healthCheck, essential }) => {
  const [found] = check({
    name: '',
    service: one,
    more: container({ essential, ...(healthCheck && { healthCheck }) }),
  })
  expect(found?.text).toMatch(/to trip the circuit breaker$/)
})

test.each<Row & { readonly says: readonly RegExp[] }>([
  {
    name: 'a service',
    service: one,
    says: [/bump-desired-count/, /fail-fast-after/, /a lower number of tasks/],
  },
  {
    name: 'circuit-breaker: stop, which fail-fast-after does nothing for',
    service: one,
    wish: { breaker: breakerOptions({ mode: 'stop' }) },
    says: [/bump-desired-count/, /^(?!.*fail-fast-after)/],
  },
  {
    name: 'a DAEMON service with a count that ECS sets',
    service: { ...one, scheduling: 'DAEMON', breaker: { ...defaultBreaker, enable: true } },
    says: [/^(?!.*bump-desired-count)/, /fail-fast-after/],
  },
])('the remedy for $name', ({ says, ...row }) => {
  const [found] = check(row)
  for (const part of says) expect(found?.next).toMatch(part)
})
