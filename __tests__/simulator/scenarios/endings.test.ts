import { expect, test } from '@jest/globals'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { type Answer, deploy, Stage } from '../support/stage.js'

/** How each scenario ends in both of ECS's views of the deployment that a careful deployer starts in it. */
const endings = [
  {
    name: 'healthy',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [90, 180],
  },
  {
    name: 'port-mismatch',
    status: 'ROLLBACK_SUCCESSFUL',
    classic: ['PRIMARY web:7 COMPLETED 2/2'],
    within: [180, 360],
  },
  {
    name: 'crash-at-start',
    status: 'ROLLBACK_SUCCESSFUL',
    classic: ['PRIMARY web:7 COMPLETED 2/2'],
    within: [60, 240],
  },
  {
    name: 'image-missing',
    status: 'ROLLBACK_SUCCESSFUL',
    classic: ['PRIMARY web:7 COMPLETED 2/2'],
    within: [240, 720],
  },
  {
    name: 'first-deployment',
    status: 'ROLLBACK_FAILED',
    classic: ['PRIMARY web:2 FAILED 1/2'],
    within: [150, 300],
  },
  {
    name: 'desired-one',
    status: 'ROLLBACK_SUCCESSFUL',
    classic: ['PRIMARY web:7 COMPLETED 1/1'],
    within: [300, 600],
  },
  {
    name: 'asleep',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 0/0'],
    within: [10, 25],
  },
  {
    name: 'superseded',
    status: 'STOPPED',
    classic: ['PRIMARY web:9 COMPLETED 2/2'],
    within: [40, 60],
  },
]

test.each(endings)('$name ends $status', ({ name, status, classic, within }) => {
  const scenario = scenarios[name]
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  const stage = Stage.of(scenario)
  const { arn } = deploy(stage, scenario)

  const seconds = stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  stage.pass(600)

  expect(stage.serviceDeployment(arn).status).toBe(status)
  expect(stage.service().deployments.map(summary)).toStrictEqual(classic)
  expect(seconds).toBeGreaterThanOrEqual(within[0] as number)
  expect(seconds).toBeLessThanOrEqual(within[1] as number)
})

test('every scenario has such an ending', () => {
  expect(endings.map(({ name }) => name).toSorted()).toStrictEqual(Object.keys(scenarios).toSorted())
})

test.each(Object.values(scenarios))('$name starts from a past that looks lived in', scenario => {
  const service = Stage.of(scenario).service()

  expect(service.events.length).toBeGreaterThan(3)
  expect(service.createdAt).toBeLessThan(Stage.of(scenario).clock.now() / 1000 - 3600)
  expect(scenario.files[scenario.inputs['task-definition'] ?? '']).toContain('containerDefinitions')
})

function summary(deployment: Answer): string {
  const revision = deployment.taskDefinition.split('/')[1]
  return `${deployment.status} ${revision} ${deployment.rolloutState} ${deployment.runningCount}/${deployment.desiredCount}`
}
