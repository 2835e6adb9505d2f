/** The world of docs/simulator/failing-rollout.yaml behind a port, where time stands still. */
import { readFileSync } from 'node:fs'
import { listenFor, type SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { Simulation } from '../../../simulator/simulation.js'
import { ScaledClock } from '../../../simulator/time/scaled-clock.js'
import { readWorld } from '../../../simulator/world/read-world.js'

const { description } = readWorld({
  name: 'failing-rollout.yaml',
  text: readFileSync('docs/simulator/failing-rollout.yaml', 'utf8'),
})

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the endpoint responds
  readonly body: any
}

export interface ControlledServer {
  readonly server: SimulatorServer
  readonly simulation: Simulation
  readonly notes: readonly string[]
  control(method: string, path: string, body?: unknown): Promise<Answer>
  ecs(operation: string, input: object): Promise<Answer>
}

export async function serveControlled(): Promise<ControlledServer> {
  const notes: string[] = []
  const clock = new ScaledClock({ speed: 0, start: Date.UTC(2026, 0, 15, 9) })
  const simulation = new Simulation({ description, clock, onNote: text => notes.push(text) })
  const server = await listenFor(simulation, {})
  return {
    server,
    simulation,
    notes,
    async control(method, path, body) {
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const response = await fetch(`${server.url}${path}`, {
        method,
        ...(text !== undefined && { body: text }),
      })
      const content = await response.text()
      return { status: response.status, body: content === '' ? undefined : JSON.parse(content) }
    },
    async ecs(operation, input) {
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
      }
      const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(input) })
      return { status: response.status, body: await response.json() }
    },
  }
}
