/** The composition root: real adapters, one run, the exit code. The only place that catches everything. */
import { systemClock } from './adapters/clock.js'
import { connectEcs } from './adapters/ecs.js'
import { connectRunner } from './adapters/runner.js'
import { openWorkspace } from './adapters/workspace.js'
import { run } from './run.js'

const runner = connectRunner()
try {
  const passed = await run({
    ecs: connectEcs(systemClock),
    clock: systemClock,
    workspace: openWorkspace(),
    runner,
  })
  process.exitCode = passed ? 0 : 1
} catch (error) {
  process.exitCode = 1
  const message = error instanceof Error ? error.message : String(error)
  runner.annotate({ level: 'error', title: 'ecs-safe-deploy has a bug', message })
  runner.debug(error instanceof Error ? (error.stack ?? '') : '')
}
