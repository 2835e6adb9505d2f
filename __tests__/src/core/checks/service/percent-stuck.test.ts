import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { percentStuck } from '../../../../../src/core/checks/service/percent-stuck.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../../src/core/options/service-options.js'
import { aCheckContext, checkResults } from '../../../../support/check-builders.js'
import { serviceOptions } from '../../../../support/option-builders.js'
import { aService, thePrevious } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly service?: Partial<Service>
  readonly wish?: Partial<ServiceOptions>
}

function check({ service = {}, wish = {} }: Row) {
  const running = thePrevious({ status: 'PRIMARY', runningCount: service.desiredCount ?? 2 })
  const observed = { service: aService({ deployments: [running], ...service }) }
  const [found] = runCheck(percentStuck, aCheckContext({ observed, rollout: serviceOptions(wish) }))
  if (!found) throw new Error('no answer')
  return found
}

const tight = { minimumHealthyPercent: 100, maximumPercent: 150, desiredCount: 1 }

test.each<Row>([
  { name: 'the defaults' },
  { name: 'one more may start', service: { minimumHealthyPercent: 100, maximumPercent: 150 } },
  { name: 'one may stop first', service: { minimumHealthyPercent: 50, maximumPercent: 100 } },
  { name: 'the service wants no task', service: { ...tight, desiredCount: 0 } },
  { name: 'no task runs that would have to make room', service: { ...tight, runningCount: 0 } },
  { name: 'the input makes room', service: tight, wish: { maximumPercent: 200 } },
  { name: 'more tasks make room', service: tight, wish: { bumpDesiredCount: 2 } },
  { name: 'traffic is shifted instead', service: { ...tight, strategy: 'BLUE_GREEN' } },
  {
    name: 'a DAEMON service at its defaults',
    service: { scheduling: 'DAEMON', minimumHealthyPercent: 0, maximumPercent: 100, desiredCount: 3 },
  },
])('passes if $name', row => {
  expect(check(row)).toMatchObject({ id: 'percent-stuck', result: 'passed' })
})

test.each<Row & { readonly says: string; readonly next: string }>([
  {
    name: '150% of one',
    service: tight,
    says: 'of 1 desired, at least ceil(100% × 1) = 1 must stay healthy, and at most floor(150% × 1) = 1 may run',
    next: 'Set maximum-percent to at least 200, so that one more can start, or minimum-healthy-percent to at most 0, so that one can stop first.',
  },
  {
    name: '75% to 100% of two',
    service: { minimumHealthyPercent: 75, maximumPercent: 100 },
    says: 'of 2 desired, at least ceil(75% × 2) = 2 must stay healthy, and at most floor(100% × 2) = 2 may run',
    next: 'Set maximum-percent to at least 150, so that one more can start, or minimum-healthy-percent to at most 50, so that one can stop first.',
  },
  {
    name: '125% of three, by an input',
    service: { desiredCount: 3 },
    wish: { maximumPercent: 125 },
    says: 'of 3 desired, at least ceil(100% × 3) = 3 must stay healthy, and at most floor(125% × 3) = 3 may run',
    next: 'Set maximum-percent to at least 134, so that one more can start, or minimum-healthy-percent to at most 66, so that one can stop first.',
  },
  {
    name: 'another desired count',
    service: { minimumHealthyPercent: 100, maximumPercent: 125, desiredCount: 4 },
    wish: { desiredCount: 3 },
    says: 'of 3 desired',
    next: 'maximum-percent to at least 134',
  },
  {
    name: 'both at 100, with only one of them set',
    service: { minimumHealthyPercent: 50, maximumPercent: 100 },
    wish: { minimumHealthyPercent: 100 },
    says: 'both be 100, which ECS refuses',
    next: 'Set maximum-percent to more than 100',
  },
  {
    name: 'more than 100% of a DAEMON service',
    service: { scheduling: 'DAEMON', minimumHealthyPercent: 0, maximumPercent: 100 },
    wish: { maximumPercent: 200 },
    says: 'maximum-percent 200 is more than 100, the most that a DAEMON service may have',
    next: 'Remove maximum-percent.',
  },
])('refuses $name', ({ says, next, ...row }) => {
  const found = check(row)
  expect(checkResults([found])).toStrictEqual(['percent-stuck refused'])
  expect(found.text).toContain(says)
  expect(found.next).toContain(next)
})

test('the proposed remedy works, and one percent less does not', () => {
  for (const desiredCount of [1, 2, 3, 5, 7, 40, 99]) {
    const percents = { minimumHealthyPercent: 100, maximumPercent: 100 }
    const { next } = check({ name: '', service: { ...percents, desiredCount } })
    const [maximum, minimum] = [...next.matchAll(/(?:least|most) (\d+)/g)].map(([, value]) => Number(value))
    const verdict = (wish: Partial<ServiceOptions>) =>
      check({ name: '', service: { ...percents, desiredCount }, wish }).result
    expect(verdict({ maximumPercent: maximum ?? 0 })).toBe('passed')
    expect(verdict({ minimumHealthyPercent: minimum ?? 0 })).toBe('passed')
    expect(verdict({ maximumPercent: (maximum ?? 0) - 1 })).toBe('refused')
    expect(verdict({ minimumHealthyPercent: (minimum ?? 0) + 1 })).toBe('refused')
  }
})

test('a DAEMON service that cannot move warns: its count is not ours to know', () => {
  const found = check({
    name: '',
    service: { scheduling: 'DAEMON', minimumHealthyPercent: 50, maximumPercent: 100, desiredCount: 1 },
  })
  expect(checkResults([found])).toStrictEqual(['percent-stuck warning'])
  expect(found.next).toBe('Set minimum-healthy-percent to at most 0, so that one can stop first.')
})
