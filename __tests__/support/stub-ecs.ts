/** An ECS that answers nothing of interest; tests say what of it is other. */
import { taskDefinitionShape } from '../../src/adapters/aws/task-definition-shape.js'
import type { Ecs } from '../../src/ports.js'
import { aService } from './service-builders.js'

export function aStubEcs(overrides: Partial<Ecs> = {}): Ecs {
  const stub: Ecs = {
    taskDefinitionShape,
    region: async () => 'eu-west-1',
    trying: () => stub,
    describeService: async () => aService(),
    describeTaskDefinition: async () => ({ arn: '', definition: {}, tags: undefined }),
    findServiceDeployment: async () => undefined,
    describeServices: targets => Promise.all(targets.map(target => stub.describeService(target, 'once'))),
    describeServiceDeployments: async () => [],
    listServiceDeployments: async () => [],
    listPastDeployments: async () => [],
    describeServiceRevisions: async () => [],
    findRollbackInProgress: async () => undefined,
    listTasks: async () => [],
    describeTasks: async () => [],
    runTask: async () => ({ tasks: [], failures: [] }),
    stopTask: async () => {},
    registerTaskDefinition: async () => ({ arn: '', revision: '' }),
    updateService: async () => aService(),
    updateExpressService: async () => undefined,
    endpointOf: async () => undefined,
    setDesiredCount: async () => {},
    stopServiceDeployment: async () => {},
    continueServiceDeployment: async () => {},
    ...overrides,
  }
  return stub
}
