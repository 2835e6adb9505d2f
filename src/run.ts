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
  const observed = await begin(context).next(read).next(observe).reached()
  const { complete } = await loadRest()
  return complete(context, observed)
}

/** Before anything is changed. */
export function loadRest() {
  return import('./rest-of-run.js')
}
