/** A server with three operations of ECS and no world behind them, for tests of the wire alone. */
import { AwsError } from '../../../simulator/aws-error.js'
import {
  type HttpServerOptions,
  listen,
  type SimulatorServer,
} from '../../../simulator/protocol/http-server.js'
import {
  type EcsServiceOptions,
  type EcsWorld,
  ecsService,
} from '../../../simulator/protocol/services/ecs.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'

export interface SmallEcs {
  readonly server: SimulatorServer
  readonly clock: VirtualClock
  /** The services that were updated, whether or not the client heard of it. */
  readonly updated: readonly string[]
}

type Settings = Partial<Omit<HttpServerOptions, 'services' | 'clock'>> &
  Pick<Partial<EcsServiceOptions<EcsWorld>>, 'unknownMembers' | 'validateResponses'>

export async function startSmallEcs({
  unknownMembers,
  validateResponses: checkAnswers,
  ...http
}: Settings = {}): Promise<SmallEcs> {
  const clock = new VirtualClock(Date.UTC(2026, 0, 15, 9, 30))
  const updated: string[] = []
  const world: EcsWorld = { region: 'eu-west-1', account: '123456789012', advance: () => {} }
  const ecs = ecsService({
    world,
    operations: {
      DescribeServices: (_, { services }: { services: string[] }) => ({
        services: [],
        failures: services.map(arn => ({ arn, reason: 'MISSING' })),
      }),
      UpdateService: (_, { service }: { service: string }) => {
        if (service === 'absent') throw new AwsError('ServiceNotFoundException', 'Service not found.')
        updated.push(service)
        return { service: { serviceName: service } }
      },
      // Wrong on purpose: clusterArns is a list.
      ListClusters: () => ({ clusterArns: 'prod' }),
      // A mistake of the simulator's own.
      ListTasks: () => {
        throw new TypeError('no such state')
      },
    },
    ...(unknownMembers && { unknownMembers }),
    ...(checkAnswers && { validateResponses: checkAnswers }),
  })
  return { server: await listen({ ...http, clock, services: [ecs] }), clock, updated }
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Sends one operation as the JSON 1.1 protocol has it; `body` goes on the wire as it is. */
export async function post(url: string, operation: string, body: string | object): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
