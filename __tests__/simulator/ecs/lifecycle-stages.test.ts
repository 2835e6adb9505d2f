import { expect, test } from '@jest/globals'
import { stagesOf, trafficSteps } from '../../../simulator/ecs/rules/lifecycle-stages.js'
import { fillStrategy } from '../../../simulator/ecs/rules/strategy-rules.js'
import {
  type DeploymentConfiguration,
  defaultConfiguration,
} from '../../../simulator/ecs/state/deployment-configuration.js'

function configured(more: object): DeploymentConfiguration {
  return fillStrategy({ ...defaultConfiguration('REPLICA'), ...more })
}

test.each([
  { name: 'blue/green: all at once', more: { strategy: 'BLUE_GREEN' }, steps: [[100, 0]] },
  {
    name: 'canary: the defaults',
    more: { strategy: 'CANARY' },
    steps: [
      [5, 10],
      [100, 0],
    ],
  },
  {
    name: 'canary of everything is none',
    more: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 100 } },
    steps: [[100, 0]],
  },
  {
    name: 'linear in quarters',
    more: { strategy: 'LINEAR', linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 } },
    steps: [
      [25, 2],
      [50, 2],
      [75, 2],
      [100, 0],
    ],
  },
  {
    name: 'linear in steps that do not add up',
    more: { strategy: 'LINEAR', linearConfiguration: { stepPercent: 33.4, stepBakeTimeInMinutes: 1 } },
    steps: [
      [33.4, 1],
      [66.8, 1],
      [100, 0],
    ],
  },
])('traffic, $name', ({ more, steps }) => {
  expect(
    trafficSteps(configured(more)).map(({ weight, bakeMinutes }) => [weight, bakeMinutes]),
  ).toStrictEqual(steps)
})

test('a rolling deployment has stages only for its hooks, and only several active revisions need reconciling', () => {
  const hooks = { lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'] }] }

  expect(stagesOf(configured({}), { reconciles: true })).toStrictEqual([])
  expect(stagesOf(configured(hooks), { reconciles: false })).toStrictEqual([
    'PRE_SCALE_UP',
    'SCALE_UP',
    'POST_SCALE_UP',
  ])
  expect(stagesOf(configured({ strategy: 'CANARY' }), { reconciles: false })[0]).toBe('PRE_SCALE_UP')
  expect(stagesOf(configured({ strategy: 'CANARY' }), { reconciles: true })[0]).toBe('RECONCILE_SERVICE')
})

test('the block of another strategy is dropped, the own one filled in', () => {
  const both = { canaryConfiguration: { canaryPercent: 20 }, linearConfiguration: { stepPercent: 50 } }

  expect(configured({ strategy: 'BLUE_GREEN', ...both })).not.toHaveProperty('canaryConfiguration')
  expect(configured({ strategy: 'CANARY', ...both }).canaryConfiguration).toStrictEqual({
    canaryPercent: 20,
    canaryBakeTimeInMinutes: 10,
  })
})
