/** Loads nothing if there is nothing to finish. */
import type { Annotation } from './core/errors/annotation.js'
import { parseState } from './core/outcome/parse-saved-state.js'
import type { SavedState } from './core/outcome/saved-state.js'

const title = 'ECS deployment, after the job was ended'

const parsed = parseState(process.env.STATE_unfinished ?? '')
if (parsed.kind !== 'none') {
  const [{ connectRunner }, { outliveReaders }, { exitSoon, lingering }] = await Promise.all([
    import('./adapters/runner/runner.js'),
    import('./adapters/runner/log-streams.js'),
    import('./adapters/runner/exit.js'),
  ])
  outliveReaders()
  const runner = connectRunner()
  const annotations = parsed.kind === 'unfinished' ? await finish(parsed.states) : [unusable(parsed.why)]
  for (const annotation of annotations) runner.annotate(annotation)
  exitSoon(lingering)
}

async function finish(states: readonly SavedState[]): Promise<readonly Annotation[]> {
  const [{ bugAnnotation }, { runPostStep }, { systemClock }, { connectEcs }, elb] = await Promise.all([
    import('./core/errors/annotation.js'),
    import('./deploy/finish/post-step.js'),
    import('./adapters/clock.js'),
    import('./adapters/aws/ecs.js'),
    import('./adapters/aws/elastic-load-balancing.js'),
  ])
  try {
    const ports = {
      ecs: connectEcs(systemClock),
      loadBalancers: elb.connectElasticLoadBalancing(systemClock),
      clock: systemClock,
    }
    const notices = await runPostStep(ports, states)
    return notices.map(({ level, text }) => ({ level, title, message: text }))
  } catch (error) {
    return [bugAnnotation(error)]
  }
}

function unusable(why: string): Annotation {
  const message = `What the main step saved cannot be used, since ${why}: nothing was done. Check the desired count of the service, and whether its last deployment should be rolled back.`
  return { level: 'warning', title, message }
}
