import type { World } from './world.js'
import { breakerOffWorld } from './worlds/breaker-off.js'
import { crashAtStart } from './worlds/crash-at-start.js'
import { firstDeploymentFails } from './worlds/first-deployment-fails.js'
import { healthy } from './worlds/healthy.js'
import { missingImageWorld } from './worlds/missing-image.js'
import { oneOffTask } from './worlds/one-off-task.js'
import { portMismatch } from './worlds/port-mismatch.js'
import { rollbackOnRequest } from './worlds/rollback-on-request.js'
import { scaledToZero } from './worlds/scaled-to-zero.js'
import { superseded } from './worlds/superseded.js'

/** The longest first, so that they end together. */
export const worlds: readonly World[] = [
  portMismatch,
  crashAtStart,
  healthy,
  rollbackOnRequest,
  firstDeploymentFails,
  breakerOffWorld,
  superseded,
  missingImageWorld,
  scaledToZero,
  oneOffTask,
]
