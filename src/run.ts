/**
 * The story of one run: read the inputs, prepare a plan, carry it out, report. Every expected ending comes back as an
 * Outcome; what is thrown is a bug.
 */
import { carryOut } from './carry-out.js'
import { given } from './core/given.js'
import { warning } from './core/notice.js'
import { acquaintanceOf } from './core/outcome/history.js'
import type { Outcome } from './core/outcome/outcome.js'
import { isGreen } from './core/outcome/outcome.js'
import { unlessCancelled } from './deploy/cancellation.js'
import { recall } from './deploy/history.js'
import { readInputs } from './inputs/inputs.js'
import type { Ports } from './ports.js'
import { type Prepared, prepare } from './prepare.js'
import { annotations } from './report/annotations.js'
import type { Told } from './report/deployment-table.js'
import { verdictLines } from './report/log.js'
import { outputs } from './report/outputs.js'
import { planLines } from './report/plan-lines.js'
import { summarize } from './report/summary.js'

/** Runs the step; true when it passes. */
export async function run(ports: Ports): Promise<boolean> {
  const { runner } = ports
  const { inputs, problems, idle } = readInputs(runner.input)
  const { outcome, renderedFile } = await deploy()

  for (const line of verdictLines(outcome)) runner.log(line)
  for (const annotation of annotations(outcome)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputs(outcome, renderedFile))) runner.output(name, value)
  if (inputs.jobSummary) await runner.summary(summarize(outcome, await told(outcome)))
  return isGreen(outcome)

  /** The history is read last: nothing else waits for it, and a step that is cancelled has no time for it. */
  async function told(outcome: Outcome): Promise<Told> {
    const run = { ...runner.run, ...given('commit', runner.commit) }
    const acquaintance = acquaintanceOf(outcome)
    if (!acquaintance || ports.cancelled.aborted) return { run }
    const history = await unlessCancelled(recall(ports.ecs, acquaintance), ports.cancelled)
    return { run, ...given('history', history) }
  }

  async function deploy(): Promise<{ readonly outcome: Outcome; readonly renderedFile?: string }> {
    const useless = idle.map(name => warning(`${name} is given, but has no effect here.`))
    const prepared = await prepare(ports, inputs, problems)
    if (prepared.kind === 'ended') return { outcome: noting(prepared.outcome, useless) }

    runner.group('Plan')
    for (const line of planLines(prepared.plan)) runner.log(line)
    runner.ungroup()
    const { renderedFile } = prepared
    const outcome = noting(await follow(prepared), useless)
    return renderedFile === undefined ? { outcome } : { outcome, renderedFile }
  }

  async function follow(prepared: Exclude<Prepared, { kind: 'ended' }>): Promise<Outcome> {
    const { plan, notices } = prepared
    if (inputs.mode === 'plan' || plan.kind === 'unseen') return { kind: 'planned', plan, notices }
    if (prepared.kind === 'unchanged')
      return { kind: 'no-change', plan: prepared.plan, serving: prepared.serving, notices }
    return carryOut(ports, plan, inputs.watch, notices)
  }
}

function noting(outcome: Outcome, notices: Outcome['notices']): Outcome {
  return { ...outcome, notices: [...notices, ...outcome.notices] }
}
