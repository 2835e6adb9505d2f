import { expect, test } from '@jest/globals'
import { isDeadlocked, percentLimits } from '../../../simulator/ecs/rules/percent-limits.js'

test.each([
  {
    name: 'the defaults keep all and may double',
    desired: 2,
    min: 100,
    max: 200,
    limits: { lower: 2, upper: 4 },
    stuck: false,
  },
  {
    name: '75 % of two is two: nothing may stop',
    desired: 2,
    min: 75,
    max: 100,
    limits: { lower: 2, upper: 2 },
    stuck: true,
  },
  {
    name: '125 % of three is three: nothing may start',
    desired: 3,
    min: 100,
    max: 125,
    limits: { lower: 3, upper: 3 },
    stuck: true,
  },
  {
    name: 'the lower limit is rounded up',
    desired: 3,
    min: 50,
    max: 100,
    limits: { lower: 2, upper: 3 },
    stuck: false,
  },
  {
    name: 'the upper limit is rounded down',
    desired: 3,
    min: 100,
    max: 150,
    limits: { lower: 3, upper: 4 },
    stuck: false,
  },
  {
    name: 'zero wanted is never stuck',
    desired: 0,
    min: 100,
    max: 200,
    limits: { lower: 0, upper: 0 },
    stuck: false,
  },
  {
    name: 'no floating point slips in: 55 % of 100',
    desired: 100,
    min: 55,
    max: 110,
    limits: { lower: 55, upper: 110 },
    stuck: false,
  },
])('$name', ({ desired, min, max, limits, stuck }) => {
  const found = percentLimits(desired, { minimumHealthyPercent: min, maximumPercent: max })

  expect(found).toStrictEqual(limits)
  expect(isDeadlocked(desired, found)).toBe(stuck)
})
