import { alarmRollback } from './alarm-rollback.js'
import { blueGreen } from './blue-green.js'
import { breakerOff } from './breaker-off.js'
import { canaryCrash } from './canary-crash.js'
import { codeDeploy } from './code-deploy.js'
import { containerUnhealthy } from './container-unhealthy.js'
import { continuePaused } from './continue.js'
import { crashAtStart } from './crash-at-start.js'
import { deniedServiceDeployments } from './denied-service-deployments.js'
import { deniedTasks } from './denied-tasks.js'
import { deniedUpdate } from './denied-update.js'
import { desiredOne } from './desired-one.js'
import { asItIs, rollback } from './earlier-revision.js'
import { earlySuccess } from './early-success.js'
import { execFormat } from './exec-format.js'
import { expiredCredentials } from './expired-credentials.js'
import { express, expressErrors } from './express.js'
import { firstDeployment } from './first-deployment.js'
import { flaky } from './flaky.js'
import { flapping } from './flapping.js'
import { graceTooShort } from './grace-too-short.js'
import { healthy } from './healthy.js'
import { imageMissing } from './image-missing.js'
import { imageNotPushed } from './image-not-pushed.js'
import { lostUpdate } from './lost-update.js'
import { managedVolumes } from './managed-volumes.js'
import { migration, migrationFails, migrationFile } from './migration.js'
import { monorepo } from './monorepo.js'
import { noCapacity } from './no-capacity.js'
import { nothingListening } from './nothing-listening.js'
import { outOfMemory } from './out-of-memory.js'
import { pauseHook } from './pause-hook.js'
import { paused } from './paused.js'
import { planPortMismatch } from './plan-port-mismatch.js'
import { portMismatch } from './port-mismatch.js'
import { programMissing } from './program-missing.js'
import { rollbackOff } from './rollback-off.js'
import { scaledMeanwhile } from './scaled-meanwhile.js'
import { scaledToZero } from './scaled-to-zero.js'
import type { Scenario } from './scenario.js'
import { secretDenied } from './secret-denied.js'
import { secretMissing } from './secret-missing.js'
import { serviceDeleted } from './service-deleted.js'
import { severalServices } from './several-services.js'
import { slowDrain } from './slow-drain.js'
import { slowStart } from './slow-start.js'
import { staleReads } from './stale-reads.js'
import { starved } from './starved.js'
import { stoppedByUser } from './stopped-by-user.js'
import { superseded } from './superseded.js'
import { threeServices, threeServicesOneFails, threeServicesTakenBack } from './three-services.js'
import { throttled } from './throttled.js'
import { verified, verifyFails } from './verification.js'

export type { Scenario } from './scenario.js'

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    healthy,
    portMismatch,
    planPortMismatch,
    nothingListening,
    graceTooShort,
    containerUnhealthy,
    crashAtStart,
    programMissing,
    imageMissing,
    imageNotPushed,
    firstDeployment,
    desiredOne,
    scaledToZero,
    superseded,
    slowStart,
    scaledMeanwhile,
    earlySuccess,
    rollbackOff,
    breakerOff,
    flapping,
    outOfMemory,
    execFormat,
    secretMissing,
    secretDenied,
    noCapacity,
    slowDrain,
    alarmRollback,
    blueGreen,
    canaryCrash,
    express,
    expressErrors,
    pauseHook,
    paused,
    continuePaused,
    stoppedByUser,
    serviceDeleted,
    codeDeploy,
    throttled,
    starved,
    flaky,
    staleReads,
    lostUpdate,
    deniedServiceDeployments,
    deniedTasks,
    deniedUpdate,
    expiredCredentials,
    severalServices,
    monorepo,
    threeServices,
    threeServicesOneFails,
    threeServicesTakenBack,
    migration,
    migrationFails,
    migrationFile,
    managedVolumes,
    asItIs,
    rollback,
    verified,
    verifyFails,
  ].map(scenario => [scenario.name, scenario]),
)
