/** The composition root: real adapters, one run, the exit code. The only place that catches everything. */
import { connectApplicationAutoScaling } from './adapters/application-auto-scaling.js'
import { systemClock } from './adapters/clock.js'
import { connectCloudWatch } from './adapters/cloudwatch.js'
import { connectCloudWatchLogs } from './adapters/cloudwatch-logs.js'
import { connectEcr } from './adapters/ecr.js'
import { connectEcs } from './adapters/ecs.js'
import { connectGitHub } from './adapters/github.js'
import { connectRunner } from './adapters/runner.js'
import { listenForCancel } from './adapters/signals.js'
import { openWorkspace } from './adapters/workspace.js'
import { run } from './run.js'

const runner = connectRunner()
const ecs = connectEcs(systemClock)
const registry = connectEcr(systemClock)
const cancelled = listenForCancel()
try {
  const passed = await run({
    ecs,
    alarms: connectCloudWatch(systemClock),
    scaling: connectApplicationAutoScaling(systemClock),
    logs: connectCloudWatchLogs(systemClock),
    github: connectGitHub(),
    registry,
    clock: systemClock,
    workspace: openWorkspace(),
    runner,
    cancelled,
  })
  process.exitCode = passed ? 0 : 1
} catch (error) {
  process.exitCode = 1
  const message = error instanceof Error ? error.message : String(error)
  runner.annotate({ level: 'error', title: 'ecs-safe-deploy has a bug', message })
  runner.debug(error instanceof Error ? (error.stack ?? '') : '')
} finally {
  ecs.close()
  registry.close()
}
// A call that hangs would hold a cancelled step until the runner kills it; a moment is left for the log to get out.
if (cancelled.aborted) setTimeout(() => process.exit(), 500).unref()
