import { expect, test } from '@jest/globals'
import { threeServices, threeServicesOneFails } from '../../../simulator/scenarios/three-services.js'
import { register } from '../../../simulator/scenarios/web-service.js'
import { type ResponseJson, Stage } from '../support/stage.js'

test.each([
  { scenario: threeServices, worker: 'web:8' },
  { scenario: threeServicesOneFails, worker: 'web:7' },
])('$scenario.name: web and api run web:8, and worker $worker', ({ scenario, worker }) => {
  const stage = Stage.of(scenario)
  register(stage.world, String(scenario.inputs.image).split(':')[1] ?? '')
  const services = ['web', 'api', 'worker']
  for (const service of services)
    stage.call('UpdateService', { cluster: 'prod', service, taskDefinition: 'web' })
  stage.pass(900)

  const described = stage.call('DescribeServices', { cluster: 'prod', services }).services
  const ends = described.map(({ taskDefinition, deployments }: ResponseJson) => [
    taskDefinition.split('/').at(-1),
    deployments.map((deployment: ResponseJson) => deployment.rolloutState),
  ])
  expect(ends).toStrictEqual([
    ['web:8', ['COMPLETED']],
    ['web:8', ['COMPLETED']],
    [worker, ['COMPLETED']],
  ])
})
