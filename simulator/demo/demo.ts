/** Runs the action against one scenario and compares its outputs with the expected ones. */
import { openScenario } from '../scenarios/open-scenario.js'
import type { Scenario } from '../scenarios/scenario.js'
import { ScaledClock } from '../time/scaled-clock.js'
import { completeInputs, readAction } from './action.js'
import { LogView } from './log-view.js'
import { outputTable } from './output-table.js'
import type { Paint } from './paint.js'
import { runStep, type StepRun } from './run-step.js'
import { scenarioEnvironment } from './scenario-environment.js'
import type { LogEntry } from './step-log.js'

export interface DemoOptions {
  readonly scenario: Scenario
  readonly speed: number
  readonly actionDirectory: string
  /** URL of time-warp.js. */
  readonly preload: string
  readonly print: (text: string) => void
  readonly paint: Paint
  readonly writePage?: ((title: string, markdown: string) => Promise<void>) | undefined
}

/** True if every output is as expected. */
export async function demo(options: DemoOptions): Promise<boolean> {
  const { scenario, speed, print, paint, writePage } = options
  print(paint('dim', `${scenario.name}: ${scenario.title} (time runs ${speed} times faster)`))
  if (scenario.during) print(paint('dim', scenario.during))
  for (const [name, value] of Object.entries(scenario.inputs)) print(paint('dim', `  ${name}: ${value}`))
  print('')
  const { main, post } = await runScenario(options)

  print(heading(paint, 'Job summary'))
  print(main.summary.trim() || '  (none)')
  await writePage?.(scenario.name, main.summary)
  print(heading(paint, 'Outputs'))
  print(outputTable(main.outputs) || '  (none)')
  print('')
  const mismatches = findMismatches(scenario, { main, post })
  for (const mismatch of mismatches) print(paint('red', `✗ ${mismatch}`))
  if (mismatches.length === 0)
    print(paint('green', `✓ ${scenario.name}: the outcome is ${scenario.outcome}, as expected`))
  return mismatches.length === 0
}

async function runScenario({
  scenario,
  speed,
  actionDirectory,
  preload,
  print,
  paint,
}: DemoOptions): Promise<StepRun> {
  const action = await readAction(actionDirectory)
  const clock = new ScaledClock({ speed })
  const opened = await openScenario(scenario, { clock })
  const view = new LogView(paint)
  const show = (entry: LogEntry) => {
    const text = view.show(entry)
    if (text !== undefined) print(text)
  }
  try {
    return await runStep({
      action,
      inputs: completeInputs(action, scenario.inputs),
      env: scenarioEnvironment(scenario, opened, clock),
      workspaceFiles: scenario.files,
      event: scenario.event?.payload ?? {},
      preload,
      onEntry: show,
      onPost: () => show({ kind: 'group', title: 'Post step' }),
    })
  } finally {
    await opened.server.close()
  }
}

function findMismatches(scenario: Scenario, { main, post }: StepRun): string[] {
  const expectations = { outcome: scenario.outcome, ...scenario.expect }
  const mismatches = Object.entries(expectations).flatMap(([name, expected]) => {
    const actual = main.outputs[name] ?? ''
    return isMatch(expected, actual)
      ? []
      : [`${scenario.name}: ${name} is ${actual || 'not set'}, expected ${expected}`]
  })
  if (post && post.exitCode !== 0)
    mismatches.push(`${scenario.name}: the post step ended with ${post.exitCode}`)
  return mismatches
}

function isMatch(expected: string | RegExp, actual: string): boolean {
  return typeof expected === 'string' ? actual === expected : expected.test(actual)
}

function heading(paint: Paint, text: string): string {
  return `\n${paint('bold', `── ${text} ──`)}\n`
}
