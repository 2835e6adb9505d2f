import { alarmRollback } from './alarm-rollback.js'
import { asleep } from './asleep.js'
import { blueGreen } from './blue-green.js'
import { breakerOff } from './breaker-off.js'
import { canaryCrash } from './canary-crash.js'
import { codeDeploy } from './code-deploy.js'
import { crashAtStart } from './crash-at-start.js'
import { deniedServiceDeployments } from './denied-service-deployments.js'
import { deniedTasks } from './denied-tasks.js'
import { desiredOne } from './desired-one.js'
import { earlySuccess } from './early-success.js'
import { expiredCredentials } from './expired-credentials.js'
import { firstDeployment } from './first-deployment.js'
import { flaky } from './flaky.js'
import { flapping } from './flapping.js'
import { healthy } from './healthy.js'
import { imageMissing } from './image-missing.js'
import { imageNotPushed } from './image-not-pushed.js'
import { lostUpdate } from './lost-update.js'
import { pauseHook } from './pause-hook.js'
import { planPortMismatch } from './plan-port-mismatch.js'
import { portMismatch } from './port-mismatch.js'
import { rollbackOff } from './rollback-off.js'
import { scaledMeanwhile } from './scaled-meanwhile.js'
import type { Scenario } from './scenario.js'
import { serviceDeleted } from './service-deleted.js'
import { severalServices } from './several-services.js'
import { slowButFine } from './slow-but-fine.js'
import { staleReads } from './stale-reads.js'
import { starved } from './starved.js'
import { stoppedBySomebody } from './stopped-by-somebody.js'
import { superseded } from './superseded.js'
import { throttled } from './throttled.js'

export type { Scenario } from './scenario.js'

/** Every scenario, by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    healthy,
    portMismatch,
    planPortMismatch,
    crashAtStart,
    imageMissing,
    imageNotPushed,
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
    throttled,
    starved,
    flaky,
    staleReads,
    lostUpdate,
    deniedServiceDeployments,
    deniedTasks,
    expiredCredentials,
    severalServices,
  ].map(scenario => [scenario.name, scenario]),
)
