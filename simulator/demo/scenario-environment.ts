import { clientEnvironment, proxyEnvironment } from '../client-environment.js'
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
    // No call leaves this machine.
    AWS_ENDPOINT_URL: server.url,
    GITHUB_REPOSITORY: codeRepository,
    ...proxyEnvironment(server, world),
    ...event?.environment,
    ...clock.environment(),
    // The SDK warns about a Node version that it will drop soon.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  }
}
