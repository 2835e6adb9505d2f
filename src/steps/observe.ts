/** Reads the services, and waits for deployments in progress. The first line of the log says what is deployed where. */
import type { Target } from '../core/ecs/service.js'
import type { PausedSource } from '../core/options/task-definition-source.js'
import {
  type InFlightObservation,
  type InFlightOptions,
  waitForInFlight,
} from '../deploy/prepare/in-flight.js'
import { type PausedDeployment, readPausedDeployment } from '../deploy/prepare/read-paused-deployment.js'
import { headline } from '../report/log/headline.js'
import { unlessCanceled } from '../retry/cancellation.js'
import type { Read } from './read.js'
import type { RunContext } from './run-context.js'
import { proceed, type RunStep, type Step, stop } from './step.js'

export interface ObservedServices extends Read {
  readonly observation: Exclude<InFlightObservation, { kind: 'cancelled' }> | PausedDeployment
}

export const observe: RunStep<Read, ObservedServices> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, value) {
    const { inputs, log, ports, targets } = run
    const { source } = inputs
    const [target] = targets
    if (source.kind === 'paused' && target) return observePaused(run, value, { source, target })
    const observation = await observeServices(run)
    const service = observation.kind === 'observed' ? observation.observed[0]?.service : undefined
    log.line(headline(targets, service, ports.runner.commit))
    if (observation.kind === 'cancelled') return stop()
    return proceed({ ...value, observation }, observation.notices)
  },
}

async function observePaused(
  { log, ports }: RunContext,
  value: Read,
  { source, target }: { readonly source: PausedSource; readonly target: Target },
): Promise<Step<ObservedServices>> {
  const observation = await unlessCanceled(readPausedDeployment(ports, target, source), ports.canceled)
  const service = observation?.kind === 'paused' ? observation.observed.service : undefined
  log.line(headline([target], service, ports.runner.commit))
  return observation ? proceed({ ...value, observation }) : stop()
}

async function observeServices(run: RunContext): Promise<InFlightObservation> {
  const { ports, targets } = run
  if (targets.length === 0) return { kind: 'observed', observed: [], notices: [], candidate: undefined }
  return waitForInFlight(ports, targets, inFlightOptions(run))
}

function inFlightOptions({ inputs, log, targets }: RunContext): InFlightOptions {
  const logLine = (line: string) => log.line(line)
  const { inFlight: policy } = inputs.rollout
  const waits = policy === 'wait' || policy === 'fail'
  const joins = (policy === 'join' || (inputs.skipUnchanged && !waits)) && targets.length === 1
  // A dry run shows what would be done now.
  if (inputs.mode === 'plan') return { policy: 'report', joins, minutes: 0, log: logLine }
  return { policy, joins, minutes: inputs.watch?.minutes ?? 30, log: logLine }
}
