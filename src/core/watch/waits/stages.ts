/** Hooks, bake times and shifts of traffic. */
import type { ServiceDeployment } from '../../ecs/service-deployment.js'
import { formatElapsed, formatTimestamp } from '../../text/duration.js'
import { hookText } from '../progress/hook-text.js'
import { isBaking } from '../slices/wait-times.js'
import type { Facts, Wait } from './wait.js'

export function pauses({ last }: Facts): Wait | undefined {
  const hook = last.serviceDeployment?.hooks.find(({ status }) => status === 'AWAITING_ACTION')
  if (!hook) return undefined
  return {
    object: `somebody to continue ${hook.targetType === 'PAUSE' ? 'pause hook' : 'lifecycle hook'} ${hook.id}`,
    isLogged: true,
    text: hookText(hook),
    failureClass: 'lifecycle-hook',
    next: 'Continue or roll back the deployment at its hook.',
  }
}

export function hookRuns({ last, times, tracked }: Facts): Wait | undefined {
  const hook = last.serviceDeployment?.hooks.find(({ status }) => status === 'IN_PROGRESS')
  if (!hook) return undefined
  const stage = stageName(last.serviceDeployment)
  const since = formatElapsed((times.hooks.get(hook.id) ?? last.at) - tracked.startedAt)
  const name = `lifecycle hook ${hook.targetArn ?? hook.id}`
  const when = `in progress since ${since}${stage ? ` (stage ${stage})` : ''}`
  return {
    object: `${name}, ${when}`,
    text: `${name} is ${when}`,
    failureClass: 'lifecycle-hook',
    next: 'Read the log of its function: it must return hookStatus SUCCEEDED or FAILED.',
  }
}

export function bakes({ last, minutes: wait, service, times, tracked }: Facts): Wait | undefined {
  if (!isBaking(tracked, last)) return undefined
  const minutes = service.bakeTimeInMinutes
  const end = times.bake === undefined ? undefined : formatTimestamp(times.bake + minutes * 60_000)
  const traffic = trafficText(last.serviceDeployment)
  if (minutes === 0) {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
    return {
      object: 'the bake time of its alarms to end (less than 5 minutes unless set)',
      text: `all its tasks run, and the bake time of its alarms is not over (less than 5 minutes unless set)${traffic}`,
      failureClass: 'time-limit',
      next: `Set wait-for-minutes to at least ${wait + 5}, or set bake-time-minutes.`,
    }
  }
  const bake = `the bake time of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return {
    object: `${bake} to end${end ? `, at ${end}` : ''}`,
    text: `all its tasks run, and ${bake} ${end ? `lasts until ${end}` : 'is not over'}${traffic}`,
    failureClass: 'time-limit',
    next: bakeStep(wait, { bake: minutes, before: (times.bake ?? last.at) - tracked.watchedFrom }),
  }
}

/** `before`: milliseconds until the bake time began. A minute is left for the end. */
function bakeStep(
  wait: number,
  { bake, before }: { readonly bake: number; readonly before: number },
): string {
  const rollout = Math.ceil(before / 60_000) + 1
  const raise = `Set wait-for-minutes to at least ${Math.max(rollout + bake, wait + 1)}`
  const most = wait - rollout
  return most > 0 ? `${raise}, or bake-time-minutes to at most ${most}.` : `${raise}.`
}

/** Traffic shifts in steps, with a bake time after each. */
export function shifts({ last }: Facts): Wait | undefined {
  const { serviceDeployment } = last
  if (!/TRAFFIC_SHIFT/.test(serviceDeployment?.lifecycleStage ?? '')) return undefined
  const stage = stageName(serviceDeployment)
  const traffic = trafficText(serviceDeployment)
  return {
    object: `stage ${stage} to end${traffic}`,
    isLogged: true,
    text: `stage ${stage} is not over${traffic}`,
    failureClass: 'time-limit',
    next: 'Raise wait-for-minutes, or let the strategy shift in larger steps or with shorter bake times.',
  }
}

function stageName(deployment: ServiceDeployment | undefined): string | undefined {
  return deployment?.lifecycleStage?.toLowerCase().replaceAll('_', ' ')
}

function trafficText(deployment: ServiceDeployment | undefined): string {
  const weight = deployment?.trafficWeight
  return weight === undefined ? '' : `; the new revision gets ${weight}% of the traffic`
}
