import { expect, test } from '@jest/globals'
import { autoScale } from '../../../simulator/ecs/behavior/auto-scaling.js'
import type { Suspended } from '../../../simulator/ecs/resources/scalable-targets.js'
import type { Service } from '../../../simulator/ecs/state/service.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario

/** Two tasks run, two to six are allowed. */
function scalable(suspended: Partial<Suspended> = {}): { stage: Stage; service: Service } {
  const stage = Stage.of(healthy)
  const { world } = stage
  world.scalableTargets.register({ resourceId: 'service/prod/web', min: 2, max: 6, suspended }, world.now)
  const [service] = world.services.values()
  return { stage, service: service as Service }
}

test.each([
  { name: 'out', from: 2, requested: 4, becomes: 4 },
  { name: 'out, to the maximum and no further', from: 2, requested: 9, becomes: 6 },
  { name: 'in', from: 5, requested: 3, becomes: 3 },
  { name: 'in, to the minimum and no further', from: 5, requested: 0, becomes: 2 },
  { name: 'not out while that is suspended', from: 2, requested: 4, becomes: 2, suspended: { out: true } },
  { name: 'not in while that is suspended', from: 5, requested: 3, becomes: 5, suspended: { in: true } },
])('scales $name', ({ from, requested, becomes, suspended = {} }) => {
  const { stage, service } = scalable(suspended)
  stage.call('UpdateService', { cluster: 'prod', service: 'web', desiredCount: from })

  expect(autoScale(stage.world, service, requested)).toBe(becomes)
  expect(stage.service().desiredCount).toBe(becomes)
})

test('a deployment in progress may be scaled out, not in', () => {
  const { stage, service } = scalable()
  stage.call('UpdateService', { cluster: 'prod', service: 'web', desiredCount: 4 })
  deploy(stage, healthy)

  expect(autoScale(stage.world, service, 3)).toBe(4)
  expect(autoScale(stage.world, service, 6)).toBe(6)
  stage.passUntil(() => stage.service().deployments[0].rolloutState === 'COMPLETED')
  expect(stage.service().runningCount).toBe(6)
  expect(autoScale(stage.world, service, 3)).toBe(3)
})
