import { isExpress, type ServiceState } from '../../ecs/service.js'
import type { WaitUntil } from '../../options/watch-options.js'
import type { ServiceSettings } from '../../settings/service-settings.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const bakeTime = defineCheck({ id: 'bake-time', run })

/** Goals that come after the bake time, and those between the traffic shift and the bake time. */
const afterBakeTime: readonly WaitUntil[] = ['completed', 'CLEAN_UP']
const afterShift: readonly WaitUntil[] = ['POST_PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME']

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
  const { shiftMinutes: shift } = observed.service
  const bake = bakeMinutes(observed.settings.after, waitUntil ?? 'completed')
  if (bake === undefined || shift + bake === 0) return undefined
  const minutes = shift + bake
  if (minutes < waitMinutes) return []
  const shorten = remedyFor(observed.service, shift < waitMinutes)
  return [
    {
      result: 'refused',
      text: `${whatTakes(shift, bake)} as long as wait-for-minutes (${waitMinutes}) or longer: this step would end as timed-out while the deployment goes on`,
      next:
        minutes < longestWait
          ? `Set wait-for-minutes to ${minutes} plus the minutes that the rollout takes, or ${shorten}.`
          : `This step waits for at most ${longestWait} minutes: ${shorten}, or set wait-for-service-stability to false.`,
    },
  ]
}

/** That pass before the goal; undefined for a goal before the end of the traffic shift. */
function bakeMinutes(
  { alarms, bakeTimeInMinutes, strategy }: ServiceSettings,
  goal: WaitUntil,
): number | undefined {
  if (afterShift.includes(goal)) return 0
  if (!afterBakeTime.includes(goal)) return undefined
  return strategy === 'ROLLING' && alarms.length === 0 ? 0 : bakeTimeInMinutes
}

function whatTakes(shift: number, bake: number): string {
  if (shift === 0) return `the bake time of ${bake} minutes takes`
  if (bake === 0) return `the traffic shift of ${shift} minutes takes`
  return `the traffic shift (${shift} minutes) and the bake time (${bake} minutes) take`
}

/** A shorter bake time is enough only where the traffic shift alone fits into the wait. */
function remedyFor(service: ServiceState, shiftFits: boolean): string {
  if (isExpress(service)) return `set wait-until to ${shiftFits ? 'BAKE_TIME' : 'PRODUCTION_TRAFFIC_SHIFT'}`
  return shiftFits ? 'shorten bake-time-minutes' : 'shorten the traffic shift of the service'
}
