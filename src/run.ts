/** Expected ends are Outcomes; thrown errors are bugs. */
import { isGreen } from './core/outcome/outcome.js'
import type { Ports } from './ports.js'
import { finalize } from './steps/finalize.js'
import { begin } from './steps/perform-steps.js'
import { plan } from './steps/plan.js'
import { prepare } from './steps/prepare.js'
import { read } from './steps/read.js'
import { record } from './steps/record.js'
import { register } from './steps/register.js'
import { registerTask } from './steps/register-task.js'
import { report, reportLate } from './steps/report.js'
import { openRun } from './steps/run-context.js'
import { runTask } from './steps/run-task.js'
import { takeBack } from './steps/take-back.js'
import { update } from './steps/update.js'
import { verify } from './steps/verify.js'
import { watch } from './steps/watch.js'

/** True if the step passes. */
export async function run(ports: Ports): Promise<boolean> {
  const context = openRun(ports)
  const { outcome, afterReport } = await begin(context)
    .next(read)
    .next(prepare)
    .next(plan)
    .next(register)
    .next(registerTask)
    .next(runTask)
    .next(record)
    .next(update)
    .next(watch)
    .next(takeBack)
    .next(verify)
    .next(finalize)
    .outcome()
  await report(context, outcome)
  await reportLate(context, await afterReport())
  return isGreen(outcome)
}
