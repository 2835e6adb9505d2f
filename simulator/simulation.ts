/** A described world behind its endpoint. It can be made again while the server runs. */
import { type Controlled, controlResponse, isControl } from './control/control.js'
import { openWorld } from './ecs/open-world.js'
import type { World } from './ecs/world.js'
import { type Endpoint, plainText } from './protocol/endpoint.js'
import type { ExchangeResult } from './protocol/exchange.js'
import type { Fault } from './protocol/faults/fault.js'
import type { RequestHandler } from './protocol/http-server.js'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { openEndpoint } from './protocol/server.js'
import type { WireRequest } from './protocol/service.js'
import { hostOf } from './protocol/services/web.js'
import type { ControlledClock } from './time/clock.js'
import { applyChange } from './world/apply-change.js'
import { buildWorld } from './world/build-world.js'
import type { Change, DescribedFault, WorldDescription } from './world/description.js'
import { milliseconds } from './world/duration.js'
import { pathText } from './world/path.js'

export interface SimulationOptions {
  readonly description: WorldDescription
  readonly clock: ControlledClock
  /** An additional tag of the images of a scenario. */
  readonly addTag?: { readonly present: string; readonly added: string } | undefined
  readonly onResponse?: (request: RecordedRequest) => void
  /** What is believed, and what the world refuses of its description. */
  readonly onNote?: (text: string) => void
}

export class Simulation implements RequestHandler, Controlled {
  #options: SimulationOptions
  #world: World
  #endpoint: Endpoint

  constructor(options: SimulationOptions) {
    this.#options = options
    this.#world = openDescribed(options)
    this.#endpoint = this.#openEndpoint()
  }

  get world(): World {
    return this.#world
  }

  get maxBodyBytes(): number {
    return this.#endpoint.maxBodyBytes
  }

  get requests(): RecordedRequest[] {
    return this.#endpoint.requests
  }

  nextRequestId(): string {
    return this.#endpoint.nextRequestId()
  }

  headersOf(requestId: string): Readonly<Record<string, string>> {
    return this.#endpoint.headersOf(requestId)
  }

  async handle(wire: WireRequest, tooLarge = false): Promise<ExchangeResult> {
    const isForHost = this.#world.hosts.find(hostOf(wire)) !== undefined
    if (isForHost || !isControl(wire)) return this.#endpoint.handle(wire, tooLarge)
    if (tooLarge)
      return { response: plainText(413, `The request is larger than ${this.maxBodyBytes} bytes.`) }
    this.#world.advance()
    const response = controlResponse(this, wire)
    const isRead = wire.method === 'GET' || wire.method === 'HEAD'
    if (!isRead) this.#options.onNote?.(`${wire.method} ${wire.path}  ${response.status}`)
    return { response }
  }

  get place(): Controlled['place'] {
    const { account, region } = this.#world
    return { account, region }
  }

  get now(): number {
    return this.#options.clock.now()
  }

  get speed(): number {
    return this.#options.clock.speed
  }

  change(change: Change): void {
    applyChange(this.#world, change)
  }

  addFaults(faults: readonly DescribedFault[]): void {
    this.#endpoint.faults.add(faults.map(fault => faultFrom(fault, this.now)))
  }

  removeFaults(): void {
    this.#endpoint.faults.removeAll()
  }

  advance(ms: number): void {
    this.#options.clock.advance(ms)
    this.#world.advance()
  }

  setSpeed(speed: number): void {
    this.#options.clock.setSpeed(speed)
  }

  reset(seed: number | undefined): void {
    const { description } = this.#options
    if (seed !== undefined) this.#options = { ...this.#options, description: { ...description, seed } }
    this.#world = openDescribed(this.#options)
    this.#endpoint = this.#openEndpoint()
  }

  #openEndpoint(): Endpoint {
    const { clock, description, onResponse } = this.#options
    const { faults = [], seed } = description
    return openEndpoint({
      world: this.#world,
      clock,
      faults: faults.map(fault => faultFrom(fault, clock.now())),
      ...(seed !== undefined && { seed }),
      ...(onResponse && { onResponse }),
    })
  }
}

function openDescribed({ description, clock, addTag, onNote = () => {} }: SimulationOptions): World {
  const { settings, seed, region, account } = description
  const world = openWorld({
    clock,
    settings,
    ...(seed !== undefined && { seed }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  })
  world.believeUnknown(onNote)
  world.softwareCanChange = true
  world.github.allowUnknown()
  buildWorld(world, description, {
    onRefusal: (path, error) =>
      onNote(`${pathText(path)} failed: ${error instanceof Error ? error.message : error}`),
  })
  if (addTag) world.images.addTag(addTag.present, addTag.added)
  return world
}

function faultFrom({ from, until, ...fault }: DescribedFault, now: number): Fault {
  return {
    ...fault,
    ...(from !== undefined && { from: now + milliseconds(from) }),
    ...(until !== undefined && { until: now + milliseconds(until) }),
  } as Fault
}
