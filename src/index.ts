/** Runs once and sets the exit code. Nothing else catches every error. */
import { connectAws } from './adapters/aws/aws.js'
import { systemClock } from './adapters/clock.js'
import { onFirstRequestSent } from './adapters/first-request.js'
import { connectGitHub } from './adapters/github.js'
import { proxiesOf } from './adapters/proxy.js'
import { exitSoon, lingering, lingeringWhenCanceled } from './adapters/runner/exit.js'
import { outliveReaders } from './adapters/runner/log-streams.js'
import { connectRunner, reportBug } from './adapters/runner/runner.js'
import { listenForCancel } from './adapters/runner/signals.js'
import { readStep } from './adapters/runner/step-environment.js'
import { connectWeb } from './adapters/web.js'
import { openWorkspace } from './adapters/workspace/workspace.js'
import { loadRest, run } from './run.js'

outliveReaders()
// GitHub's toolkit reads these, and ignores one without a scheme.
Object.assign(process.env, proxiesOf(process.env))
const runner = connectRunner()
const aws = connectAws(systemClock)
const canceled = listenForCancel()
// AWS takes longer to answer than this takes. The run itself meets an error.
onFirstRequestSent(() => loadRest().catch(() => {}))
try {
  const passed = await run({
    ...aws,
    github: connectGitHub(),
    clock: systemClock,
    web: connectWeb(),
    workspace: openWorkspace(),
    runner,
    step: readStep(process.env),
    canceled,
  })
  process.exitCode = passed ? 0 : 1
} catch (error) {
  process.exitCode = 1
  reportBug(runner, error)
} finally {
  aws.close()
}
exitSoon(canceled.aborted ? lingeringWhenCanceled : lingering)
