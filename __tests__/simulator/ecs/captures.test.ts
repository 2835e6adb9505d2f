import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { rolledBack } from '../captures/service-deployment.js'
import { defaultConfiguration, updateService } from '../captures/update-service.js'
import { shapeOf } from '../support/shape-of.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const group = updateService.service.loadBalancers[0]?.targetGroupArn as string

/** The captured service, rebuilt here and forced into a new deployment. */
function retailStore(): { created: ResponseJson; updated: ResponseJson } {
  const stage = new Stage({ region: 'ap-northeast-3', account: '802104112480' })
  stage.world.targetGroups.add({ arn: group, path: '/health', deregistrationDelaySeconds: 30 })
  stage.world.images.setFallbackSoftware({ listens: { 8080: { '/health': 200 } } })
  const cluster = 'retail-store-ecs-cluster'
  stage.call('CreateCluster', { clusterName: cluster })
  for (let revision = 1; revision <= 4; revision += 1) {
    stage.call('RegisterTaskDefinition', {
      family: 'retail-store-ecs-ui',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '1024',
      memory: '2048',
      taskRoleArn: 'arn:aws:iam::123456789012:role/retail-store-ecs-ui',
      containerDefinitions: [
        { name: 'application', image: 'public.ecr.aws/x/ui:1', portMappings: [{ containerPort: 8080 }] },
      ],
    })
  }
  const { networkConfiguration, loadBalancers } = updateService.service
  const created = stage.call('CreateService', {
    cluster,
    serviceName: 'ui',
    taskDefinition: 'retail-store-ecs-ui',
    desiredCount: 2,
    launchType: 'FARGATE',
    enableExecuteCommand: true,
    healthCheckGracePeriodSeconds: 30,
    networkConfiguration,
    loadBalancers,
  })
  stage.pass(7200)
  return {
    created,
    updated: stage.call('UpdateService', { cluster, service: 'ui', forceNewDeployment: true }),
  }
}

test('UpdateService returns the members, types and texts of the captured response', () => {
  const { service } = retailStore().updated
  const captured = updateService.service

  expect(shapeOf({ ...service, deploymentConfiguration: 0 })).toStrictEqual(
    shapeOf({ ...captured, deploymentConfiguration: 0 }),
  )
  expect(texts(service)).toStrictEqual(texts({ ...captured, deploymentConfiguration: defaultConfiguration }))
})

test('a service created with nothing set echoes the configuration that AWS echoes', () => {
  expect(retailStore().created.service.deploymentConfiguration).toStrictEqual(defaultConfiguration)
})

test('a service deployment after a rollback has the members and texts of the known one', () => {
  const scenario = scenarios['port-mismatch'] as Scenario
  const stage = Stage.of(scenario)
  const { arn } = deploy(stage, scenario)
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  const found = stage.serviceDeployment(arn)

  expect(shapeOf({ ...found, deploymentConfiguration: 0 })).toStrictEqual(
    shapeOf({ ...rolledBack, deploymentConfiguration: 0 }),
  )
  for (const member of ['status', 'statusReason', 'deploymentCircuitBreaker', 'alarms'] as const) {
    expect(found[member]).toStrictEqual(rolledBack[member])
  }
  expect(found.rollback.reason).toBe(rolledBack.rollback.reason)
  expect(found.deploymentConfiguration).toMatchObject(rolledBack.deploymentConfiguration)
})

/** Everything that can be compared word for word: digits of deployments, event ids, times and the network are left out. */
function texts(service: ResponseJson): unknown {
  const { events, networkConfiguration: _1, createdAt: _2, ...rest } = service
  const [newest] = events
  const plain = JSON.stringify({ ...rest, newest: newest.message })
    .replaceAll(/\d{19,20}/g, 'DIGITS')
    .replaceAll(/"(created|updated)At":[\d.]+/g, '"$1At":0')
  return JSON.parse(plain)
}
