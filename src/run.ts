/**
 * A run begins with what comes before the first answers of AWS. The rest is a script of its own (docs/adr/0060). Expected
 * ends are Outcomes; thrown errors are bugs.
 */
import type { Ports } from './ports.js'
import { observe } from './steps/observe.js'
import { begin } from './steps/perform-steps.js'
import { read } from './steps/read.js'
import { openRun } from './steps/run-context.js'

/** True if the step passes. */
export async function run(ports: Ports): Promise<boolean> {
  const context = openRun(ports)
  const observed = await begin(context).next(read).next(observe).perform()
  const { complete } = await loadRest()
  return complete(context, observed)
}

/** Loads the rest while nothing has been changed yet. */
export async function loadRest() {
  try {
    return await import('./rest-of-run.js')
  } catch (error) {
    throw new Error(
      `A script of the action could not be loaded, and nothing was changed. Run the job again; on a self-hosted runner, something may have removed files of its folder _actions. (${error instanceof Error ? error.message : error})`,
      { cause: error },
    )
  }
}
