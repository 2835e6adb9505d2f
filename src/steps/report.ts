import { type History, historyContext } from '../core/outcome/history.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { readHistory } from '../deploy/finish/read-history.js'
import { annotations } from '../report/annotations/annotations.js'
import { verdictLines } from '../report/log/verdict-lines.js'
import { outputs } from '../report/outputs/outputs.js'
import { summarize } from '../report/summary/summary.js'
import { unlessCanceled } from '../retry/cancellation.js'
import { comment } from './comment.js'
import { withNotices } from './perform-steps.js'
import type { RunContext } from './run-context.js'

export async function report(run: RunContext, ended: Outcome): Promise<void> {
  const { runner } = run.ports
  const outcome = withNotices(ended, await comment(run, ended))
  for (const line of verdictLines(outcome)) run.log.line(line)
  for (const annotation of annotations(outcome)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputs(outcome))) runner.output(name, value)
  if (!run.inputs.jobSummary) return
  const context = { run: { ...runner.run, commit: runner.commit }, history: await historyOf(run, outcome) }
  await runner.summary(summarize(outcome, context))
}

/** Last, because nothing else needs it. */
async function historyOf({ ports }: RunContext, outcome: Outcome): Promise<History | undefined> {
  const context = historyContext(outcome)
  if (!context || ports.canceled.aborted) return undefined
  return unlessCanceled(readHistory(ports.ecs, context), ports.canceled)
}
