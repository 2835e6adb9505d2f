import { expect, test } from '@jest/globals'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { cluster } from '../../../simulator/scenarios/web-service.js'
import { type ResponseJson, Stage } from '../support/stage.js'

function described(stage: Stage): ResponseJson {
  return stage.call('DescribeClusters', { clusters: [cluster], include: ['SETTINGS'] }).clusters[0]
}

test('a cluster without services and tasks can be deleted, and can still be described', () => {
  const stage = Stage.of(healthy)
  const remove = () => stage.call('DeleteCluster', { cluster })

  expect(remove).toThrow('The Cluster cannot be deleted while Services are active.')
  stage.call('DeleteService', { cluster, service: 'web', force: true })
  expect(remove).toThrow('The Cluster cannot be deleted while Services are active.')
  stage.pass(120)

  expect(remove().cluster).toMatchObject({ clusterName: cluster, status: 'INACTIVE' })
  expect(described(stage)).toMatchObject({ status: 'INACTIVE', activeServicesCount: 0 })
  expect(stage.call('ListClusters').clusterArns).toStrictEqual([])
})

test('a cluster stays while a task of no service runs in it', () => {
  const stage = new Stage()
  stage.world.images.setFallbackSoftware({})
  stage.call('CreateCluster', { clusterName: cluster })
  stage.call('RegisterTaskDefinition', {
    ...{
      family: 'job',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
    },
    containerDefinitions: [{ name: 'job', image: 'public.ecr.aws/docker/library/busybox:1' }],
  })
  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-0a'] } }
  const run = { cluster, taskDefinition: 'job', launchType: 'FARGATE', networkConfiguration }
  const { tasks } = stage.call('RunTask', run)

  expect(() => stage.call('DeleteCluster', { cluster })).toThrow(
    'The Cluster cannot be deleted while Tasks are active.',
  )
  stage.call('StopTask', { cluster, task: tasks[0].taskArn })
  stage.pass(120)
  expect(stage.call('DeleteCluster', { cluster }).cluster.status).toBe('INACTIVE')
})

test('nothing finds a deleted cluster, until one of its name is created', () => {
  const stage = new Stage()
  stage.call('CreateCluster', { clusterName: cluster, tags: [{ key: 'of', value: 'the first' }] })
  stage.call('DeleteCluster', { cluster })

  expect(() => stage.call('DeleteCluster', { cluster })).toThrow('Cluster not found.')
  expect(() => stage.call('ListServices', { cluster })).toThrow('Cluster not found.')
  stage.call('CreateCluster', { clusterName: cluster })
  expect(described(stage).status).toBe('ACTIVE')
  expect(stage.call('ListServices', { cluster }).serviceArns).toStrictEqual([])
})
