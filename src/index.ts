/** Runs once and sets the exit code. Nothing else catches every error. */
import { connectAws } from './adapters/aws/aws.js'
import { systemClock } from './adapters/clock.js'
import { connectGitHub } from './adapters/github.js'
import { proxiesOf } from './adapters/proxy.js'
import { connectRunner } from './adapters/runner/runner.js'
import { listenForCancel } from './adapters/runner/signals.js'
import { readStep } from './adapters/runner/step-environment.js'
import { openWorkspace } from './adapters/workspace/workspace.js'
import { run } from './run.js'

// GitHub's toolkit reads these, and ignores one without a scheme.
Object.assign(process.env, proxiesOf(process.env))
const runner = connectRunner()
const aws = connectAws(systemClock)
const canceled = listenForCancel()
try {
  const passed = await run({
    ...aws,
    github: connectGitHub(),
    clock: systemClock,
    workspace: openWorkspace(),
    runner,
    step: readStep(process.env),
    canceled,
  })
  process.exitCode = passed ? 0 : 1
} catch (error) {
  process.exitCode = 1
  const message = error instanceof Error ? error.message : String(error)
  runner.annotate({ level: 'error', title: 'ecs-safe-deploy has a bug', message })
  runner.debug(error instanceof Error ? (error.stack ?? '') : '')
} finally {
  aws.close()
}
// A hanging call must not hold a canceled step; the log needs a moment.
if (canceled.aborted) setTimeout(() => process.exit(), 500).unref()
