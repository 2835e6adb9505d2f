import { expect, test } from '@jest/globals'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { cluster } from '../../../simulator/scenarios/web-service.js'
import { Stage } from '../support/stage.js'

const strategy = (capacityProvider: string) => [{ capacityProvider, weight: 1 }]

function described(stage: Stage) {
  const include = ['SETTINGS', 'CONFIGURATIONS']
  return stage.call('DescribeClusters', { clusters: [cluster], include }).clusters[0]
}

test('settings and configuration of a cluster are changed, and the rest stays', () => {
  const stage = Stage.of(healthy)
  const configuration = { executeCommandConfiguration: { logging: 'DEFAULT' } }
  stage.call('UpdateClusterSettings', {
    cluster,
    settings: [{ name: 'containerInsights', value: 'enhanced' }],
  })
  stage.call('UpdateCluster', { cluster, configuration, serviceConnectDefaults: { namespace: 'inside' } })

  expect(described(stage)).toMatchObject({
    settings: [{ name: 'containerInsights', value: 'enhanced' }],
    configuration,
    serviceConnectDefaults: { namespace: 'inside' },
  })
})

test('the capacity providers are replaced, and one that a service uses stays', () => {
  const stage = Stage.of(healthy)
  const put = (capacityProviders: string[], provider: string) =>
    stage.call('PutClusterCapacityProviders', {
      cluster,
      capacityProviders,
      defaultCapacityProviderStrategy: strategy(provider),
    })
  put(['FARGATE', 'FARGATE_SPOT'], 'FARGATE_SPOT')
  stage.call('UpdateService', {
    cluster,
    service: 'web',
    capacityProviderStrategy: strategy('FARGATE_SPOT'),
  })

  expect(described(stage).defaultCapacityProviderStrategy).toStrictEqual(strategy('FARGATE_SPOT'))
  expect(() => put(['FARGATE'], 'FARGATE')).toThrow(
    'The specified capacity provider is in use and cannot be removed.',
  )
  expect(() => put(['FARGATE'], 'instances')).toThrow(
    'cannot contain a capacity provider that is not associated with the cluster',
  )
  expect(described(stage).capacityProviders).toStrictEqual(['FARGATE', 'FARGATE_SPOT'])
})

test('capacity providers are those of Fargate and those that somebody names', () => {
  const stage = new Stage()
  stage.call('CreateCluster', { clusterName: cluster, capacityProviders: ['instances'] })
  const { capacityProviders, failures } = stage.call('DescribeCapacityProviders', {
    capacityProviders: ['FARGATE', 'instances', 'absent'],
  })

  expect(capacityProviders).toMatchObject([
    { name: 'FARGATE', status: 'ACTIVE', type: 'FARGATE' },
    { name: 'instances', type: 'EC2_AUTOSCALING', autoScalingGroupProvider: {} },
  ])
  expect(failures).toStrictEqual([
    { arn: 'arn:aws:ecs:eu-west-1:123456789012:capacity-provider/absent', reason: 'MISSING' },
  ])
})

test('a name that no cluster can have is refused', () => {
  expect(() => new Stage().call('CreateCluster', { clusterName: 'my cluster' })).toThrow(
    'Cluster must match ^[a-zA-Z0-9\\-_]{1,255}$, but was my cluster',
  )
})

test('services are listed by the namespace that Service Connect puts them in', () => {
  const stage = Stage.of(healthy)
  const listed = (namespace: string) => stage.call('ListServicesByNamespace', { namespace }).serviceArns
  stage.call('UpdateCluster', { cluster, serviceConnectDefaults: { namespace: 'inside' } })
  expect(listed('inside')).toStrictEqual([])
  stage.call('UpdateService', { cluster, service: 'web', serviceConnectConfiguration: { enabled: true } })

  expect(listed('inside')).toStrictEqual([stage.service().serviceArn])
  expect(listed('arn:aws:servicediscovery:eu-west-1:123456789012:namespace/inside')).toHaveLength(1)
})
