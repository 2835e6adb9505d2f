/** What the post step would have to finish for each service, saved as one value. */
import type { Target } from '../../core/ecs/service.js'
import { type SavedState, serializeStates } from '../../core/outcome/saved-state.js'
import type { Runner } from '../../ports.js'

const stateName = 'unfinished'

export class SavedStates {
  readonly #runner: Pick<Runner, 'saveState'>
  /** by service */
  readonly #states = new Map<string, SavedState>()
  #writing: Promise<boolean> = Promise.resolve(true)

  constructor(runner: Pick<Runner, 'saveState'>) {
    this.#runner = runner
  }

  /** Without a service, whether the runner can save anything. False: not saved. */
  save(state?: SavedState): Promise<boolean> {
    if (state) this.keep(state)
    const value = serializeStates([...this.#states.values()])
    // The last value counts.
    this.#writing = this.#writing.then(() => this.#runner.saveState(stateName, value))
    return this.#writing
  }

  /** Saved with the next state that has to be. */
  keep(state: SavedState): void {
    this.#states.set(state.target.service, state)
  }

  /** What is left to be taken back, each to a revision (ARN). */
  saveTakeBacks(
    all: readonly { readonly target: Target; readonly takeBack: string | undefined }[],
  ): Promise<boolean> {
    for (const { takeBack, target } of all) {
      const state = this.#states.get(target.service)
      if (state) this.keep({ ...state, takeBack })
    }
    return this.save()
  }

  /** Of all deployments that may have started. */
  saveRollbacks(isWanted: boolean): Promise<boolean> {
    for (const state of this.#states.values()) if (mayRun(state)) this.keep({ ...state, rollback: isWanted })
    return this.save()
  }
}

function mayRun({ answered, deploymentId }: SavedState): boolean {
  return !answered || deploymentId !== undefined
}
