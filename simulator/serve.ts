import { clientEnvironment, proxyEnvironment } from './client-environment.js'
import type { SimulatorServer } from './protocol/http-server.js'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { openScenario } from './scenarios/open-scenario.js'
import type { Scenario } from './scenarios/scenario.js'
import { commit } from './scenarios/web-service.js'
import { ScaledClock } from './time/scaled-clock.js'

export interface ServeOptions {
  readonly scenario: Scenario
  readonly port: number
  readonly speed: number
  readonly tag: string | undefined
  /** URL of time-warp.js. */
  readonly preload: string
  readonly print: (text: string) => void
}

export async function serve({
  scenario,
  port,
  speed,
  tag,
  preload,
  print,
}: ServeOptions): Promise<SimulatorServer> {
  const clock = new ScaledClock({ speed })
  const onResponse = (request: RecordedRequest) => print(requestLine(request))
  const { world, server } = await openScenario(scenario, { clock, port, onResponse })
  if (tag !== undefined) world.images.addTag(commit, tag)
  // Users bring their own images and repositories.
  world.images.setFallbackSoftware({ respondsOnAnyPath: true })
  world.github.allowUnknown()
  const { cluster = 'default', service = '' } = scenario.inputs
  const pace = speed === 1 ? 'in real time' : `${speed} times faster than real time`
  print(`${scenario.name}: ${scenario.title}`)
  if (scenario.during) print(scenario.during)
  print(
    `ECS, ECR, Elastic Load Balancing, CloudWatch, CloudWatch Logs, Application Auto Scaling, STS and GitHub are at ${server.url}; time passes ${pace}. Ctrl-C stops the server.`,
  )
  print('')
  print(exportLines({ ...clientEnvironment(server, world.region), ...proxyEnvironment(server, world) }))
  print('')
  print(`aws ecs describe-services --cluster ${cluster} --services ${service}`)
  if (speed !== 1) {
    print('')
    print('With these variables, every Node program started from this shell follows the accelerated time:')
    print(exportLines({ ...clock.environment(), NODE_OPTIONS: `--import=${preload}` }))
  }
  return server
}

function requestLine({ at, service, operation, status, error }: RecordedRequest): string {
  const time = new Date(at).toISOString().slice(11, 19)
  return `${time}  ${service} ${operation}  ${status}${error ? ` ${error}` : ''}`
}

function exportLines(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join('\n')
}
