/** What stays the same during a run. */
import type { Target } from '../core/ecs/service.js'
import type { Notice } from '../core/errors/notice.js'
import { warning } from '../core/errors/notice.js'
import type { Problem } from '../core/errors/problem.js'
import type { Inputs } from '../inputs/inputs.js'
import { readInputs } from '../inputs/read-inputs.js'
import type { Ports } from '../ports.js'
import { RunLog } from './run-log.js'

export interface RunContext {
  readonly ports: Ports
  readonly inputs: Inputs
  readonly problems: readonly Problem[]
  /** about unused inputs */
  readonly notices: readonly Notice[]
  readonly targets: readonly Target[]
  readonly log: RunLog
}

export function openRun(ports: Ports): RunContext {
  const { runner, step } = ports
  const { inputs, problems, unused } = readInputs(runner.input)
  if (inputs.githubToken !== '') runner.mask(inputs.githubToken)
  return {
    ports: { ...ports, ecs: ports.ecs.trying(inputs.maxRetries) },
    inputs,
    problems: [...problems, ...step.problems],
    notices: unused.map(({ input, reason }) => warning(`${input} is set, but has no effect: ${reason}.`)),
    targets: inputs.target ? [inputs.target] : [],
    log: new RunLog(runner),
  }
}
