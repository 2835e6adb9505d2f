/** CloudWatch Logs of the simulator on the wire, and a deployment that writes to it. */
import type { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { call, cluster, commit, register } from '../../simulator/scenarios/web-service.js'
import type { VirtualClock } from '../../simulator/time/virtual-clock.js'

export async function callLogs(
  server: Pick<SimulatorServer, 'url'>,
  operation: string,
  input: object,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every operation
): Promise<{ status: number; body: any }> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `Logs_20140328.${operation}` },
    body: JSON.stringify(input),
  })
  return { status: response.status, body: await response.json() }
}

/** Updates the service and lets time pass until a task of the new release has started its containers. */
export function deployUntilStarted(world: World, clock: VirtualClock) {
  register(world, commit)
  call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
  const isNew = () =>
    [...world.tasks.values()].find(
      ({ taskDefinition, containersStartedAt }) =>
        taskDefinition.revision === 8 && containersStartedAt !== undefined,
    )
  for (let seconds = 0; seconds < 120; seconds += 1) {
    const task = isNew()
    if (task) return task
    clock.advance(1_000)
    world.advance()
  }
  throw new Error('no task started')
}
