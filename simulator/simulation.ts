/** A described world behind its endpoint. It can be made again while the server runs. */
import { openWorld } from './ecs/open-world.js'
import type { World } from './ecs/world.js'
import type { Endpoint } from './protocol/endpoint.js'
import type { Fault } from './protocol/faults/fault.js'
import type { RequestHandler } from './protocol/http-server.js'
import type { RecordedRequest } from './protocol/recorded-request.js'
import { openEndpoint } from './protocol/server.js'
import type { WaitingClock } from './time/clock.js'
import { buildWorld } from './world/build-world.js'
import type { DescribedFault, WorldDescription } from './world/description.js'
import { milliseconds } from './world/duration.js'
import { pathText } from './world/path.js'

export interface SimulationOptions {
  readonly description: WorldDescription
  readonly clock: WaitingClock
  /** An additional tag of the images of a scenario. */
  readonly addTag?: { readonly present: string; readonly added: string } | undefined
  readonly onResponse?: (request: RecordedRequest) => void
  /** What is believed, and what the world refuses of its description. */
  readonly onNote?: (text: string) => void
}

export class Simulation implements RequestHandler {
  readonly #options: SimulationOptions
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

  handle: RequestHandler['handle'] = (wire, tooLarge) => this.#endpoint.handle(wire, tooLarge)

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
