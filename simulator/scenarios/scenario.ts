import type { Settings } from '../ecs/settings.js'
import type { World } from '../ecs/world.js'
import type { Fault } from '../protocol/faults/fault.js'
import type { WorkflowEvent } from './code-repository.js'

/** A named story: the world as somebody finds it, what that person asks the action for, and what is true in the end. */
export type Scenario = {
  readonly name: string
  /** One sentence. */
  readonly title: string
  /** How it truly ends, as one of the words of the `outcome` output. */
  readonly outcome: string
  /** Makes a fresh world this story's, with its history and with what will happen by itself. */
  readonly setUp: (world: World) => void
  /** How this world's ECS differs from the usual one. */
  readonly settings?: Partial<Settings>
  /** What goes wrong between the client and AWS. */
  readonly faults?: readonly Fault[]
  /** What happens by itself later or goes wrong on the way, in one sentence. */
  readonly during?: string
  /** What started the workflow; without it, a push to main. */
  readonly event?: WorkflowEvent
  /** Files of the user's repository: relative path and text. */
  readonly files: Readonly<Record<string, string>>
  /** The action's inputs. */
  readonly inputs: Readonly<Record<string, string>>
  /** Outputs that must be so in the end, word for word or matching. */
  readonly expect: Readonly<Record<string, string | RegExp>>
}
