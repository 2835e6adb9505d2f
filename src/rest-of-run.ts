/** The steps after the first answers of AWS. */
import { isGreen } from './core/outcome/outcome.js'
import { finalize } from './steps/finalize.js'
import type { ObservedServices } from './steps/observe.js'
import type { Steps } from './steps/perform-steps.js'
import { plan } from './steps/plan.js'
import { prepare } from './steps/prepare.js'
import { record } from './steps/record.js'
import { register } from './steps/register.js'
import { registerTask } from './steps/register-task.js'
import { report, reportLate } from './steps/report.js'
import type { RunContext } from './steps/run-context.js'
import { runTask } from './steps/run-task.js'
import { takeBack } from './steps/take-back.js'
import { update } from './steps/update.js'
import { verify } from './steps/verify.js'
import { watch } from './steps/watch.js'

/** True if the step passes. */
export async function complete(run: RunContext, observed: Steps<ObservedServices>): Promise<boolean> {
  const { outcome, afterReport } = await observed
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
  await report(run, outcome)
  await reportLate(run, await afterReport())
  return isGreen(outcome)
}
