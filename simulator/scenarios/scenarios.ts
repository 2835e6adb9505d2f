import { alarmRollback } from './alarm-rollback.js'
import { asleep } from './asleep.js'
import { blueGreen } from './blue-green.js'
import { breakerOff } from './breaker-off.js'
import { canaryCrash } from './canary-crash.js'
import { codeDeploy } from './code-deploy.js'
import { crashAtStart } from './crash-at-start.js'
import { desiredOne } from './desired-one.js'
import { earlySuccess } from './early-success.js'
import { firstDeployment } from './first-deployment.js'
import { flapping } from './flapping.js'
import { healthy } from './healthy.js'
import { imageMissing } from './image-missing.js'
import { pauseHook } from './pause-hook.js'
import { portMismatch } from './port-mismatch.js'
import { rollbackOff } from './rollback-off.js'
import { scaledMeanwhile } from './scaled-meanwhile.js'
import type { Scenario } from './scenario.js'
import { serviceDeleted } from './service-deleted.js'
import { slowButFine } from './slow-but-fine.js'
import { stoppedBySomebody } from './stopped-by-somebody.js'
import { superseded } from './superseded.js'

export type { Scenario } from './scenario.js'

/** Every scenario, by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    healthy,
    portMismatch,
    crashAtStart,
    imageMissing,
    firstDeployment,
    desiredOne,
    asleep,
    superseded,
    slowButFine,
    scaledMeanwhile,
    earlySuccess,
    rollbackOff,
    breakerOff,
    flapping,
    alarmRollback,
    blueGreen,
    canaryCrash,
    pauseHook,
    stoppedBySomebody,
    serviceDeleted,
    codeDeploy,
  ].map(scenario => [scenario.name, scenario]),
)
