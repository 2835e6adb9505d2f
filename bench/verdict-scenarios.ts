/** The scenarios in which verdicts are compared, and what a log must mention to name the cause. */
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { scenarios } from '../simulator/scenarios/scenarios.js'

const causes: Readonly<Record<string, RegExp | undefined>> = {
  healthy: undefined,
  'slow-start': undefined,
  throttled: undefined,
  'port-mismatch': /health check/i,
  flaky: /health check/i,
  'first-deployment': /health check/i,
  'rollback-off': /health check/i,
  'crash-at-start': /exit(ed| code)/i,
  'out-of-memory': /out ?of ?memory/i,
  'image-missing': /pull/i,
  'no-capacity': /capacity/i,
  superseded: /supersede|newer deployment|another deployment/i,
  'alarm-rollback': /alarm/i,
}

export const chosen: readonly string[] = Object.keys(causes)

const green = ['succeeded', 'idle', 'no-change', 'planned', 'registered']

export function scenarioNamed(name: string): Scenario {
  const found = scenarios[name]
  if (found === undefined) throw new Error(`no scenario ${name}`)
  return found
}

/** Whether the exit code of a step is true for the scenario. */
export function isRight({ outcome }: Pick<Scenario, 'outcome'>, exitCode: number | null): boolean {
  return exitCode === (green.includes(outcome) ? 0 : 1)
}

/** Undefined where there is no cause to name. */
export function namesCause({ name }: Pick<Scenario, 'name'>, logText: string): boolean | undefined {
  return causes[name]?.test(logText)
}
