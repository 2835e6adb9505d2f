import { expect, test } from '@jest/globals'
import { successCriteria } from '../../../simulator/ecs/rules/success-criteria.js'
import { defaultConfiguration } from '../../../simulator/ecs/state/deployment-configuration.js'

const rolling = defaultConfiguration('REPLICA')

test.each([
  { name: 'all of two', desired: 2, early: undefined, criteria: { healthyTasks: 2, awaitsCleanup: true } },
  {
    name: 'half of two',
    desired: 2,
    early: { healthyPercent: 50 },
    criteria: { healthyTasks: 1, awaitsCleanup: true },
  },
  {
    name: 'half of three',
    desired: 3,
    early: { healthyPercent: 50 },
    criteria: { healthyTasks: 2, awaitsCleanup: true },
  },
  {
    name: '80 % of ten',
    desired: 10,
    early: { healthyPercent: 80 },
    criteria: { healthyTasks: 8, awaitsCleanup: true },
  },
  {
    name: 'never none',
    desired: 2,
    early: { healthyPercent: 0 },
    criteria: { healthyTasks: 1, awaitsCleanup: true },
  },
  {
    name: 'none of none',
    desired: 0,
    early: { healthyPercent: 50 },
    criteria: { healthyTasks: 0, awaitsCleanup: true },
  },
  {
    name: 'old tasks later',
    desired: 2,
    early: { healthyPercent: 100, sourceServiceRevisionCleanup: 'DEFERRED' as const },
    criteria: { healthyTasks: 2, awaitsCleanup: false },
  },
])('$name: $criteria', ({ desired, early, criteria }) => {
  const configuration =
    early === undefined ? rolling : { ...rolling, earlySuccessCriteria: { enable: true, ...early } }

  expect(successCriteria(configuration, desired)).toStrictEqual(criteria)
})
