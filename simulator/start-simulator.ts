/** The simulator inside a Node program: for tests that bring their own world. */
import { clientEnvironment, proxyEnvironment } from './client-environment.js'
import { readBody } from './control/read-body.js'
import { listenFor } from './protocol/http-server.js'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { scenarios } from './scenarios/scenarios.js'
import { Simulation } from './simulation.js'
import { ScaledClock } from './time/scaled-clock.js'
import { requireScenario } from './usage.js'
import type { Change, DescribedFault, WorldDescription } from './world/description.js'
import { type Duration, milliseconds } from './world/duration.js'
import { type OpenSource, openDescription, openSource } from './world/open-source.js'
import { suggestion } from './world/schema/check.js'

export interface SimulatorOptions {
  /** A description, or the path of a world file. */
  readonly world?: WorldDescription | string
  /** Instead of a world: the name of a scenario. By default `healthy`. */
  readonly scenario?: string
  /** By default any free port. */
  readonly port?: number
  /** By default the loopback interface. */
  readonly host?: string
  /** Simulated seconds per real second, by default 1; at 0 time stands still until `advance()`. */
  readonly speed?: number
  /** Instead of those of the world. */
  readonly seed?: number
  readonly region?: string
  readonly account?: string
  /** What is believed since nobody described it, one line each. */
  readonly onNote?: (text: string) => void
  readonly onRequest?: (request: RecordedRequest) => void
}

/** It runs until `close()`; `await using` closes it, too. */
export interface Simulator extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Point any AWS SDK or CLI to the simulator. */
  readonly environment: Readonly<Record<string, string>>
  /** In order of arrival. */
  readonly requests: readonly RecordedRequest[]
  /** Now. Throws an error with all mistakes; `${registry}`, `${account}` and `${region}` stand for those of the world. */
  change(change: Change): void
  addFaults(...faults: readonly DescribedFault[]): void
  removeFaults(): void
  advance(duration: Duration): void
  setSpeed(speed: number): void
  /** The world as it was at the start. */
  reset(seed?: number): void
  close(): Promise<void>
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  requireKnownOptions(options)
  const { speed = 1, host = '127.0.0.1', port = 0, onNote, onRequest } = options
  const { description, explain } = await open(options)
  const clock = new ScaledClock({ speed })
  const simulation = explain(
    () =>
      new Simulation({
        description,
        clock,
        ...(onNote && { onNote }),
        ...(onRequest && { onResponse: onRequest }),
      }),
  )
  const server = await listenFor(simulation, { port, host })
  return {
    url: server.url,
    port: server.port,
    environment: {
      AWS_ENDPOINT_URL: server.url,
      ...clientEnvironment(server, simulation.world.region),
      ...proxyEnvironment(server, simulation.world),
    },
    get requests() {
      return simulation.requests
    },
    change: change => simulation.change(readBody(change, 'changes', simulation.place) as Change),
    addFaults: (...faults) =>
      simulation.addFaults(readBody(faults, 'faults', simulation.place) as readonly DescribedFault[]),
    removeFaults: () => simulation.removeFaults(),
    advance: duration => simulation.advance(milliseconds(duration)),
    setSpeed: value => simulation.setSpeed(value),
    reset: seed => simulation.reset(seed),
    close: () => server.close(),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

const optionNames: Readonly<Record<keyof SimulatorOptions, true>> = {
  world: true,
  scenario: true,
  port: true,
  host: true,
  speed: true,
  seed: true,
  region: true,
  account: true,
  onNote: true,
  onRequest: true,
}

/** A misspelled option would leave the default in its place. */
function requireKnownOptions(options: object): void {
  const known = Object.keys(optionNames)
  for (const name of Object.keys(options))
    if (!known.includes(name))
      throw new TypeError(`${name} is no option of startSimulator${suggestion(name, known)}`)
}

async function open({ world, scenario, ...options }: SimulatorOptions): Promise<OpenSource> {
  const { seed, region, account } = options
  const names = Object.keys(scenarios)
  const scenarioNamed = (name: string) => {
    const found = scenarios[requireScenario(name, names)]
    if (found === undefined) throw new RangeError(`no scenario ${name}`)
    return found
  }
  const overrides = { seed, region, account, tag: undefined, scenarioNamed }
  if (world !== undefined && scenario !== undefined)
    throw new TypeError('either a world or a scenario, not both')
  if (typeof world === 'string') return openSource({ kind: 'file', path: world }, overrides)
  if (world !== undefined) return openDescription(world, overrides)
  return openSource({ kind: 'scenario', name: scenario ?? 'healthy' }, overrides)
}
