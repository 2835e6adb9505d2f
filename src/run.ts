/**
 * The story of one run: read the inputs, prepare a plan, carry it out, report. Every expected ending comes back as an
 * Outcome; what is thrown is a bug.
 */

import { type Notice, warning } from './core/errors/notice.js'
import { historyContext } from './core/outcome/history.js'
import type { Outcome } from './core/outcome/outcome.js'
import { isGreen, planOf } from './core/outcome/outcome.js'
import { readHistory } from './deploy/finish/history.js'
import { keepComment } from './deploy/github/pull-request-comment.js'
import { execute } from './execute.js'
import { readInputs } from './inputs/read-inputs.js'
import type { Ports } from './ports.js'
import { type Prepared, prepare } from './prepare.js'
import { annotations } from './report/annotations/annotations.js'
import { markerOf, topicOf } from './report/comment/comment-marker.js'
import { isPlanned, prComment } from './report/comment/pull-request-comment.js'
import { callLines, planLines } from './report/log/plan-lines.js'
import { verdictLines } from './report/log/verdict-lines.js'
import { outputs } from './report/outputs/outputs.js'
import type { ReportContext } from './report/summary/deployment-table.js'
import { summarize } from './report/summary/summary.js'
import { unlessCanceled } from './retry/cancellation.js'

/** Runs the step; true when it passes. */
export async function run(connected: Ports): Promise<boolean> {
  const { runner } = connected
  const { inputs, problems, idle } = readInputs(runner.input)
  const allProblems = [...problems, ...connected.step.problems]
  const ports = { ...connected, ecs: connected.ecs.trying(inputs.maxRetries) }
  if (inputs.githubToken !== '') runner.mask(inputs.githubToken)
  const { outcome: ended, renderedFile } = await deploy()
  const outcome = noting(ended, [], await comment(ended))

  for (const line of verdictLines(outcome)) runner.log(line)
  for (const annotation of annotations(outcome)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputs(outcome, renderedFile))) runner.output(name, value)
  if (inputs.jobSummary) await runner.summary(summarize(outcome, await told(outcome)))
  return isGreen(outcome)

  /** The history is read last: nothing else waits for it, and a step that is canceled has no time for it. */
  async function told(outcome: Outcome): Promise<ReportContext> {
    const run = { ...runner.run, commit: runner.commit }
    const context = historyContext(outcome)
    if (!context || ports.canceled.aborted) return { run, history: undefined }
    const history = await unlessCanceled(readHistory(ports.ecs, context), ports.canceled)
    return { run, history }
  }

  async function deploy(): Promise<{ readonly outcome: Outcome; readonly renderedFile?: string }> {
    const useless = idle.map(({ input, why }) => warning(`${input} is given, but has no effect: ${why}.`))
    const prepared = await prepare(ports, inputs, allProblems)
    tellPlan(prepared)
    if (prepared.kind === 'ended') return { outcome: noting(prepared.outcome, useless) }

    const { renderedFile } = prepared
    const outcome = noting(await follow(prepared), useless)
    return renderedFile === undefined ? { outcome } : { outcome, renderedFile }
  }

  /** A plan that is refused is told too: what is to be mended, and what would come of it. */
  function tellPlan(prepared: Prepared): void {
    const plan = prepared.kind === 'ended' ? planOf(prepared.outcome) : prepared.plan
    if (!plan) return
    runner.group('Plan')
    for (const line of planLines(plan, inputs.mode)) runner.log(line)
    runner.ungroup()
    for (const { title, lines } of inputs.mode === 'plan' ? callLines(plan) : []) {
      runner.group(title)
      for (const line of lines) runner.log(line)
      runner.ungroup()
    }
  }

  async function follow(prepared: Exclude<Prepared, { kind: 'ended' }>): Promise<Outcome> {
    const { plan, notices } = prepared
    if (inputs.mode === 'plan' || plan.kind === 'offline') return { kind: 'planned', plan, notices }
    if (prepared.kind === 'unchanged')
      return { kind: 'no-change', plan: prepared.plan, serving: prepared.serving, notices }
    return execute(ports, plan, inputs, notices)
  }

  /** What a person should know about a comment that could not be written. */
  async function comment(outcome: Outcome): Promise<readonly Notice[]> {
    const { commit, run, pullRequest } = runner
    const event = ports.step.event ?? 'not known'
    if (!inputs.prComment || inputs.mode !== 'plan') return []
    if (!isPlanned(outcome)) return []
    if (!pullRequest)
      return [warning(`pr-comment is given, but has no effect: the event is ${event}, not pull_request.`)]
    const topic = topicOf(inputs.target, inputs.source, inputs.environment?.name)
    const body = prComment(outcome, { topic, commit, run: run.run })
    return keepComment(ports.github(inputs.githubToken), ports.clock, pullRequest, markerOf(topic), body)
  }
}

function noting(outcome: Outcome, before: readonly Notice[], after: readonly Notice[] = []): Outcome {
  return { ...outcome, notices: [...before, ...outcome.notices, ...after] }
}
