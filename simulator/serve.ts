import { clientEnvironment, proxyEnvironment } from './client-environment.js'
import { listenFor, type SimulatorServer } from './protocol/http-server.js'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { openRequestFile } from './request-file.js'
import { Simulation } from './simulation.js'
import { ScaledClock } from './time/scaled-clock.js'
import type { OpenSource } from './world/open-source.js'

export interface ServeOptions extends OpenSource {
  readonly host: string
  readonly port: number
  readonly speed: number
  /** Each line is JSON. */
  readonly json: boolean
  /** URL of time-warp.js. */
  readonly preload: string
  /** A file that gets each request with its input, as a line of JSON. */
  readonly requests: string | undefined
  readonly print: (text: string) => void
}

export async function serve(options: ServeOptions): Promise<SimulatorServer> {
  const { description, addTag, host, port, speed, json, requests, print } = options
  const record = requests === undefined ? undefined : openRequestFile(requests)
  const clock = new ScaledClock({ speed })
  const report = (event: string, values: object, text: string) =>
    print(json ? JSON.stringify({ event, ...values }) : text)
  const simulation = options.explain(
    () =>
      new Simulation({
        description,
        clock,
        addTag,
        onResponse: request => {
          report('request', requestValues(request), requestLine(request))
          record?.(request)
        },
        onNote: text => report('note', { text }, `${timeOf(clock.now())}  ${text}`),
      }),
  )
  const server = await listenFor(simulation, { port, host })
  const environment = {
    ...clientEnvironment(server, simulation.world.region),
    ...proxyEnvironment(server, simulation.world),
  }
  if (!json) printGreeting(options, { clock, server, simulation, environment })
  const { region, account } = simulation.world
  const ready = {
    url: server.url,
    port: server.port,
    region,
    account,
    speed,
    environment,
    clock: clock.environment(),
  }
  report('ready', ready, `ready: ${server.url}`)
  return server
}

interface Greeted {
  readonly clock: ScaledClock
  readonly server: SimulatorServer
  readonly simulation: Simulation
  readonly environment: Readonly<Record<string, string>>
}

function printGreeting(options: ServeOptions, { clock, server, simulation, environment }: Greeted): void {
  const { name, description, during, speed, preload, print } = options
  print(description.title === undefined ? name : `${name}: ${description.title}`)
  if (during) print(during)
  print(
    `ECS, ECR, Elastic Load Balancing, CloudWatch, CloudWatch Logs, Application Auto Scaling, STS and GitHub, and parts of IAM, EC2, Systems Manager and Secrets Manager, are at ${server.url}; ${paceOf(speed)}. Ctrl-C stops the server.`,
  )
  print('')
  print(exportLines(environment))
  const [service] = simulation.world.services.values()
  if (service !== undefined) {
    print('')
    print(`aws ecs describe-services --cluster ${service.clusterName} --services ${service.name}`)
  }
  if (speed !== 1 && speed !== 0) {
    print('')
    print('With these variables, every Node program started from this shell follows the accelerated time:')
    print(exportLines({ ...clock.environment(), NODE_OPTIONS: `--import=${preload}` }))
  }
  print('')
}

function paceOf(speed: number): string {
  if (speed === 0) return 'time stands still until it is advanced'
  return speed === 1 ? 'time passes in real time' : `time passes ${speed} times faster than real time`
}

function requestValues({ at, service, operation, status, error, faults }: RecordedRequest): object {
  return { at: new Date(at).toISOString(), service, operation, status, ...(error && { error }), faults }
}

function requestLine({ at, service, operation, status, error }: RecordedRequest): string {
  return `${timeOf(at)}  ${service} ${operation}  ${status}${error ? ` ${error}` : ''}`
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 19)
}

function exportLines(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join('\n')
}
