import { expect, test } from '@jest/globals'
import { severalServices } from '../../../simulator/scenarios/several-services.js'
import { commit, repository, taskDefinition } from '../../../simulator/scenarios/web-service.js'
import { type ResponseJson, Stage } from '../support/stage.js'

const image = (name: string) => `${repository.replace(/web$/, name)}:${commit}`

const services = [
  { cluster: 'prod', service: 'web', before: 'web:7 2/2', after: 'web:8 2/2' },
  { cluster: 'prod', service: 'api', before: 'api:1 1/1', after: 'api:2 1/1' },
  {
    cluster: 'prod',
    service: 'worker',
    before: 'worker:1 1/1',
    after: 'worker:1 1/1',
  },
  { cluster: 'staging', service: 'web', before: 'web:7 1/1', after: 'web:8 1/1' },
]

test.each(services)(
  '$service on $cluster goes from $before to $after',
  ({ cluster, service, before, after }) => {
    const stage = Stage.of(severalServices)
    const describe = () => stage.call('DescribeServices', { cluster, services: [service] }).services[0]
    expect(summary(describe())).toBe(before)

    const { taskDefinition: definition } = stage.call('RegisterTaskDefinition', {
      ...taskDefinition(image(service)),
      family: service,
    })
    stage.call('UpdateService', {
      cluster,
      service,
      taskDefinition: definition.taskDefinitionArn,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    })
    stage.pass(900)

    expect(summary(describe())).toBe(after)
    expect(describe().deployments.map((deployment: ResponseJson) => deployment.rolloutState)).toStrictEqual([
      'COMPLETED',
    ])
  },
)

function summary({ taskDefinition, runningCount, desiredCount }: ResponseJson): string {
  return `${taskDefinition.split('/').at(-1)} ${runningCount}/${desiredCount}`
}
