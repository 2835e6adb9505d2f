/** The environment variables of a step that runs a scenario in a separate process. */
import { clientEnvironment } from '../client-environment.js'
import { codeRepository } from '../scenarios/code-repository.js'
import type { OpenScenario } from '../scenarios/open-scenario.js'
import type { Scenario } from '../scenarios/scenario.js'

export function scenarioEnvironment(
  { event }: Pick<Scenario, 'event'>,
  { world, server }: OpenScenario,
  clock: { environment(): Record<string, string> },
): Record<string, string> {
  return {
    ...clientEnvironment(server, world.region),
    // Keeps calls to any other AWS service on this machine.
    AWS_ENDPOINT_URL: server.url,
    GITHUB_REPOSITORY: codeRepository,
    ...event?.environment,
    ...clock.environment(),
    // The SDK logs a warning on a Node that it will soon not support.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  }
}
