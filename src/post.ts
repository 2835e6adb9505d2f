/** Loads nothing if there is nothing to finish. */
import { parseState } from './core/outcome/saved-state.js'

const unfinished = parseState(process.env.STATE_unfinished ?? '')
if (unfinished) {
  const [{ runPostStep }, { systemClock }, { connectEcs }, { connectRunner }] = await Promise.all([
    import('./deploy/finish/post-step.js'),
    import('./adapters/clock.js'),
    import('./adapters/aws/ecs.js'),
    import('./adapters/runner/runner.js'),
  ])
  const runner = connectRunner()
  try {
    for (const notice of await runPostStep(
      { ecs: connectEcs(systemClock), clock: systemClock },
      unfinished,
    )) {
      runner.annotate({
        level: notice.level,
        title: 'ECS deployment, after the job was ended',
        message: notice.text,
      })
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    runner.annotate({ level: 'error', title: 'ecs-safe-deploy has a bug', message })
  }
}
