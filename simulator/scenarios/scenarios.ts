import { healthy } from './healthy.js'
import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'

export type { Scenario } from './scenario.js'

/** Every scenario, by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [healthy, portMismatch].map(scenario => [scenario.name, scenario]),
)
