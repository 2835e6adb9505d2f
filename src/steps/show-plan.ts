import type { Plan } from '../core/plan/plan.js'
import { callLines, planLines } from '../report/log/plan-lines.js'
import type { RunContext } from './run-context.js'

export function showPlan({ inputs, log }: RunContext, plan: Plan): void {
  log.section('Plan', planLines(plan))
  if (inputs.mode === 'deploy') return
  for (const { title, lines } of callLines(plan)) log.section(title, lines)
}
