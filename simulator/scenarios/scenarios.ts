import { asleep } from './asleep.js'
import { crashAtStart } from './crash-at-start.js'
import { desiredOne } from './desired-one.js'
import { firstDeployment } from './first-deployment.js'
import { healthy } from './healthy.js'
import { imageMissing } from './image-missing.js'
import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { superseded } from './superseded.js'

export type { Scenario } from './scenario.js'

/** Every scenario, by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [healthy, portMismatch, crashAtStart, imageMissing, firstDeployment, desiredOne, asleep, superseded].map(
    scenario => [scenario.name, scenario],
  ),
)
