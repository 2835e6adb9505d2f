import type { Settings } from '../ecs/settings.js'
import type { World } from '../ecs/world.js'
import type { Fault } from '../protocol/faults/fault.js'
import type { WorldDescription } from '../world/description.js'
import type { WorkflowEvent } from './code-repository.js'

/** An initial world, the action's inputs, and the expected result. */
export type Scenario = {
  readonly name: string
  readonly title: string
  /** The expected output `outcome`. */
  readonly outcome: string
  /** Includes history and future events; also without settings and faults, which stand below. */
  readonly world: WorldDescription
  readonly setUp: (world: World) => void
  /** Differences from the defaults. */
  readonly settings?: Partial<Settings>
  /** Between the client and AWS. */
  readonly faults?: readonly Fault[]
  /** One sentence about events and faults during the run. */
  readonly during?: string
  /** By default a push to main. */
  readonly event?: WorkflowEvent
  /** The user's repository: relative path to content. */
  readonly files: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, string>>
  /** Expected outputs. */
  readonly expect: Readonly<Record<string, string | RegExp>>
}
