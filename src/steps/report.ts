import { laterNotices, type Notice } from '../core/errors/notice.js'
import { type History, historyContext } from '../core/outcome/history.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { readHistory } from '../deploy/finish/read-history.js'
import { annotations } from '../report/annotations/annotations.js'
import { verdictText } from '../report/log/verdict-lines.js'
import { linkDocs } from '../report/markdown/docs-links.js'
import { outputs } from '../report/outputs/outputs.js'
import { noticeParts, summarize } from '../report/summary/summary.js'
import { unlessCanceled } from '../retry/cancellation.js'
import { comment } from './comment.js'
import { withNotices } from './perform-steps.js'
import type { RunContext } from './run-context.js'

export async function report(run: RunContext, ended: Outcome): Promise<void> {
  const { runner } = run.ports
  const outcome = withNotices(ended, await comment(run, ended))
  const thisRun = { ...runner.run, commit: runner.commit }
  const { annotation, lines } = verdictText(outcome)
  const annotated = annotations(outcome)
  const verdict = annotation === undefined ? 0 : 1
  for (const one of annotated.slice(0, verdict)) run.log.annotate(one)
  for (const line of lines) run.log.line(line)
  for (const one of annotated.slice(verdict)) run.log.annotate(one)
  run.log.notices(laterNotices(outcome.notices))
  for (const [name, value] of Object.entries(outputs(outcome, thisRun))) runner.output(name, value)
  if (!run.inputs.jobSummary) return
  const { region } = run.ports.step
  const context = { run: thisRun, region, history: await historyOf(run, outcome) }
  await runner.summary(linkDocs(summarize(outcome, context), run.ports.step.pages))
}

/** The outcome is reported by then. */
export async function reportLate(
  { inputs, log, ports }: RunContext,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return
  log.notices(notices)
  if (inputs.jobSummary) await ports.runner.summary(`\n${noticeParts(notices).join('\n\n')}\n`)
}

/** Last, because nothing else needs it. */
async function historyOf({ ports }: RunContext, outcome: Outcome): Promise<History | undefined> {
  const context = historyContext(outcome)
  if (!context || ports.canceled.aborted) return undefined
  return unlessCanceled(readHistory(ports.ecs, context), ports.canceled)
}
