import type { Settings } from '../ecs/settings.js'
import type { World } from '../ecs/world.js'
import type { Fault } from '../protocol/faults/fault.js'
import type { WorkflowEvent } from './code-repository.js'

/** A named scenario: an initial world, the action's inputs, and the expected result. */
export type Scenario = {
  readonly name: string
  readonly title: string
  /** The expected `outcome` output. */
  readonly outcome: string
  /** Prepares a fresh world, with its history and future events. */
  readonly setUp: (world: World) => void
  /** Differences from the default settings. */
  readonly settings?: Partial<Settings>
  /** Faults between the client and AWS. */
  readonly faults?: readonly Fault[]
  /** One sentence about events and faults during the run. */
  readonly during?: string
  /** The triggering event; by default a push to main. */
  readonly event?: WorkflowEvent
  /** Files of the user's repository: relative path to content. */
  readonly files: Readonly<Record<string, string>>
  /** The action's inputs. */
  readonly inputs: Readonly<Record<string, string>>
  /** Expected outputs: exact text or a pattern. */
  readonly expect: Readonly<Record<string, string | RegExp>>
}
