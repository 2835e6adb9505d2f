import { explainFailures } from '../core/diagnosis/explain-failures.js'
import { type Notice, ofService, redactNotice } from '../core/errors/notice.js'
import { diagnosisInput } from '../core/outcome/diagnosis-input.js'
import { deployed } from '../core/outcome/outcome.js'
import { rollbackNotices } from '../core/outcome/rollback-notices.js'
import { scaledToZero } from '../core/outcome/rollout.js'
import type { ServiceResult } from '../core/outcome/service-result.js'
import type { Watched } from '../core/outcome/watched.js'
import { type Diagnosis, diagnose } from '../deploy/finish/diagnose.js'
import { diagnoseRollback } from '../deploy/finish/diagnose-rollback.js'
import { type Finalized, finalize as finalizeService } from '../deploy/finish/finalize.js'
import { unlessCanceled } from '../retry/cancellation.js'
import type { RunContext } from './run-context.js'
import { end, type RunStep } from './step.js'
import { finishing } from './time-limits.js'
import type { Verified } from './verify.js'
import type { AllWatched, WatchedService } from './watch.js'

export const finalize: RunStep<Verified, never> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, value) {
    const { announced, plan, problems, revision, verification, waitEndsAt, watches } = value
    run.ports.endCallsBy(waitEndsAt + finishing)
    // First: a canceled step has seconds left.
    const restored = await Promise.all(
      watches.map(one => (one.kind === 'watched' ? restore(run, value, one) : one)),
    )
    await unlessCanceled(announced, run.ports.canceled)
    const explained = await Promise.all(
      restored.map(one =>
        one.kind === 'restored' ? explain(run, value, one) : { service: one, notices: [] },
      ),
    )
    const services = explained.map(({ service }) => service)
    const rollback = rollbackNotices(plan, services)
    const notices = [...explained.flatMap(one => one.notices), ...rollback]
    return end({ ...deployed({ plan, revision, services, problems }), verification }, notices)
  },
}

interface Restored extends Pick<WatchedService, 'watched'> {
  readonly kind: 'restored'
  readonly finalized: Finalized
}

async function restore(
  { ports, saved }: RunContext,
  { clock, options, secrets }: AllWatched,
  { plan, watched }: WatchedService,
): Promise<Restored> {
  const request = { plan, options, watched, secrets }
  return { kind: 'restored', watched, finalized: await finalizeService({ ...ports, clock, saved }, request) }
}

async function explain(
  run: RunContext,
  value: AllWatched,
  { finalized, watched }: Restored,
): Promise<{ readonly service: ServiceResult; readonly notices: readonly Notice[] }> {
  const { result } = finalized
  const [{ causes, logs, notices }, back] = await Promise.all([
    diagnosisOf(run, value, watched),
    diagnoseRollback(run.ports, watched.rollout, value.secrets),
  ])
  const { plan, rollback } = watched.rollout
  const name = value.plan.services.length > 1 ? plan.observed.service.name : undefined
  const rollout = {
    ...watched.rollout,
    causes,
    logs: [...logs, ...back.logs],
    rollback: rollback && { ...rollback, causes: back.causes },
  }
  return {
    service: { kind: 'ended', result, rollout: finalized.scaledToZero ? scaledToZero(rollout) : rollout },
    notices: [...finalized.notices, ...notices, ...back.notices].map(notice =>
      ofService(redactNotice(notice, value.secrets), name),
    ),
  }
}

async function diagnosisOf(
  { ports }: RunContext,
  { plan, secrets }: AllWatched,
  { rollout }: Watched,
): Promise<Diagnosis> {
  const input = diagnosisInput(plan, rollout)
  // A canceled step has no time to read logs.
  if (ports.canceled.aborted)
    return { causes: explainFailures({ ...input, logs: [] }), logs: [], notices: [] }
  return diagnose(ports.logs, input, secrets)
}
