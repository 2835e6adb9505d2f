import { isExpress, type ServiceState } from '../../ecs/service.js'
import type { WaitUntil } from '../../options/watch-options.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const bakeTime = defineCheck({ id: 'bake-time', run })

/** Other goals end the wait before. */
const isAfterBakeTime: readonly WaitUntil[] = ['completed', 'CLEAN_UP']

/** Of `wait-for-minutes`. */
const longestWait = 360

/**
 * ECS completes a deployment only once traffic has shifted and the bake time is over, and with alarms. For a rolling
 * deployment without alarms, no source says so.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function run({ observed, waitMinutes, waitUntil }: CheckContext): Findings {
  if (!observed || waitMinutes === undefined) return undefined
  if (waitUntil !== undefined && !isAfterBakeTime.includes(waitUntil)) return undefined
  const { alarms, bakeTimeInMinutes: bake, strategy } = observed.settings.after
  const { shiftMinutes: shift } = observed.service
  const minutes = strategy === 'ROLLING' && alarms.length === 0 ? 0 : shift + bake
  if (minutes === 0) return undefined
  if (minutes < waitMinutes) return []
  const shorten = remedyFor(observed.service, shift < waitMinutes)
  const long =
    shift > 0
      ? `the traffic shift (${shift} minutes) and the bake time (${bake} minutes) take`
      : `the bake time of ${bake} minutes takes`
  return [
    {
      result: 'refused',
      text: `${long} as long as wait-for-minutes (${waitMinutes}) or longer: this step would end as timed-out while the deployment goes on`,
      next:
        minutes < longestWait
          ? `Set wait-for-minutes to ${minutes} plus the minutes that the rollout takes, or ${shorten}.`
          : `This step waits for at most ${longestWait} minutes: ${shorten}, or set wait-for-service-stability to false.`,
    },
  ]
}

/** A shorter bake time is enough only where the traffic shift alone fits into the wait. */
function remedyFor(service: ServiceState, shiftFits: boolean): string {
  if (isExpress(service)) return `set wait-until to ${shiftFits ? 'BAKE_TIME' : 'PRODUCTION_TRAFFIC_SHIFT'}`
  return shiftFits ? 'shorten bake-time-minutes' : 'shorten the traffic shift of the service'
}
