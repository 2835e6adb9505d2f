import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { gracePeriod } from '../../../../../src/core/checks/service/grace-period.js'
import type { TargetGroup } from '../../../../../src/core/resources/target-group.js'
import { checkResults } from '../../../../support/check-builders.js'
import { aPortContext, aTargetGroup, type PortOverrides } from '../../../../support/port-builders.js'
import {
  aDeployment,
  aLoadBalancer,
  targetGroupArn,
  thePrevious,
} from '../../../../support/service-builders.js'

const takes = (startPeriod: number) => ({ healthCheck: { command: ['CMD', 'true'], startPeriod } })
/** Gives up after 20 s; healthy again after 50 s. */
const quick = (more: Partial<TargetGroup['healthCheck']> = {}) =>
  aTargetGroup({ healthCheck: { interval: 10, unhealthyThreshold: 2, healthyThreshold: 5, ...more } })
const green = targetGroupArn.replace('web-prod', 'web-green')
const warns = ['grace-period warning']

test.each<PortOverrides & { readonly name: string; readonly raises: readonly string[] }>([
  { name: '120 s to start, given up after 20 s', app: takes(120), groups: [quick()], raises: warns },
  {
    name: '120 s to start, given up after 20 s, with 169 s of grace',
    app: takes(120),
    groups: [quick()],
    service: { healthCheckGracePeriodSeconds: 169 },
    raises: warns,
  },
  {
    name: '120 s to start, given up after 20 s, with 170 s of grace',
    app: takes(120),
    groups: [quick()],
    service: { healthCheckGracePeriodSeconds: 170 },
    raises: [],
  },
  {
    name: '120 s to start, given up after 120 s',
    app: takes(120),
    groups: [quick({ unhealthyThreshold: 4, interval: 30 })],
    raises: [],
  },
  {
    name: '120 s to start, given up after 90 s',
    app: takes(120),
    groups: [quick({ unhealthyThreshold: 3, interval: 30 })],
    raises: warns,
  },
  { name: '20 s to start, given up after 20 s', app: takes(20), groups: [quick()], raises: [] },
  {
    name: 'as long to start as what serves',
    app: takes(120),
    live: takes(120),
    groups: [quick()],
    raises: [],
  },
  {
    name: 'longer to start than what serves',
    app: takes(120),
    live: takes(60),
    groups: [quick()],
    raises: warns,
  },
  {
    name: 'as long to start as what never completed',
    app: takes(120),
    live: takes(120),
    groups: [quick()],
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    raises: warns,
  },
  {
    name: 'as long to start as what completed with no task',
    app: takes(120),
    live: takes(120),
    groups: [quick()],
    service: { deployments: [thePrevious({ runningCount: 0 })] },
    raises: warns,
  },
])('$name: $raises', ({ raises, ...story }) => {
  const checks = runCheck(gracePeriod, aPortContext(story))
  expect(checkResults(checks)).toStrictEqual(raises)
  expect(checks).toHaveLength(1)
})

test.each<PortOverrides & { readonly name: string }>([
  { name: 'no health check' },
  { name: 'no start period', app: { healthCheck: { command: ['CMD', 'true'] } } },
  { name: 'no readable target group', app: takes(120), groups: { kind: 'unavailable', why: 'denied' } },
  { name: 'no load balancer', app: takes(120), service: { loadBalancers: [] } },
])('with $name nothing is known', story => {
  expect(runCheck(gracePeriod, aPortContext(story))).toStrictEqual([])
})

test('the finding shows the calculation in seconds, for the strictest group, with the smallest grace period', () => {
  const slow = { ...quick({ interval: 20, unhealthyThreshold: 3 }), arn: green, name: 'web-green' }
  const subject = aPortContext({
    app: takes(120),
    groups: [quick(), slow],
    service: {
      loadBalancers: [aLoadBalancer({ targetGroups: [targetGroupArn, green] })],
      healthCheckGracePeriodSeconds: 30,
    },
  })
  expect(runCheck(gracePeriod, subject)).toStrictEqual([
    {
      id: 'grace-period',
      result: 'warning',
      text: 'container app may take 120 s to start (startPeriod); target group web-green marks a task unhealthy after 60 s (3 × 20 s), and the grace period of the service, 30 s, ends before it can be healthy again (120 s + 5 × 20 s)',
      next: 'Set healthCheckGracePeriodSeconds of the service to at least 220.',
      position: { file: 'containerDefinitions.0.healthCheck.startPeriod', line: 1, column: 1 },
    },
  ])
})
