/** A program of somebody else that deploys. */
import type { Needed } from '../test-where.js'
import type { DeployedService, StoryWorld } from './story-world.js'

/** By its exit code, whatever is so. */
export type Says = 'succeeded' | 'failed'

export interface DeployingClient {
  readonly name: string
  readonly needs: Needed
  readonly open: (world: StoryWorld) => Promise<Session>
}

export interface Session {
  /** It serves the previous release. */
  readonly deployed: DeployedService
  /** Deploys the release with this tag, and waits. */
  deploy(tag: string): Promise<Says>
  /** Takes the service to the previous release in the way that its users would. */
  rollBack(): Promise<Says>
  /** Runs a task of the revision that serves. */
  runTask(command: readonly string[]): Promise<Says>
  close(): Promise<void>
}
