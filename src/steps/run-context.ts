/** What stays the same during a run. */
import type { Target } from '../core/ecs/service.js'
import { type Notice, openingNotices } from '../core/errors/notice.js'
import type { Problem } from '../core/errors/problem.js'
import { SavedStates } from '../deploy/finish/saved-states.js'
import type { Inputs } from '../inputs/inputs.js'
import { readInputs } from '../inputs/read-inputs.js'
import type { Ports } from '../ports.js'
import { RunLog } from './run-log.js'

export interface RunContext {
  readonly ports: Ports
  readonly inputs: Inputs
  readonly problems: readonly Problem[]
  /** about inputs without effect */
  readonly notices: readonly Notice[]
  readonly targets: readonly Target[]
  readonly log: RunLog
  readonly saved: SavedStates
}

export function openRun(ports: Ports): RunContext {
  const { runner, step } = ports
  const { inputs, problems, notices } = readInputs(runner.input, runner.passedInputs())
  if (inputs.githubToken !== '') runner.mask(inputs.githubToken)
  const log = new RunLog(runner)
  log.notices(openingNotices(notices))
  return {
    ports: { ...ports, ecs: ports.ecs.trying(inputs.maxRetries) },
    inputs,
    problems: [...problems, ...step.problems],
    notices,
    targets: inputs.targets,
    log,
    saved: new SavedStates(runner),
  }
}
