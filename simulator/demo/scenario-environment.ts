/** The variables of a step that plays a scenario, for an action in a process of its own. Knows no runner. */
import { clientEnvironment } from '../client-environment.js'
import { codeRepository } from '../scenarios/code-repository.js'
import type { OpenScenario } from '../scenarios/open-scenario.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { ScaledClock } from '../time/scaled-clock.js'

export function scenarioEnvironment(
  { event }: Pick<Scenario, 'event'>,
  { world, server }: OpenScenario,
  clock: ScaledClock,
): Record<string, string> {
  return {
    ...clientEnvironment(server, world.region),
    // Whatever else it asks AWS for stays on this machine, too.
    AWS_ENDPOINT_URL: server.url,
    GITHUB_REPOSITORY: codeRepository,
    ...event?.environment,
    ...clock.environment(),
    // On Node 20 the SDK would begin the log with a notice about Node, which runs no action any more.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  }
}
