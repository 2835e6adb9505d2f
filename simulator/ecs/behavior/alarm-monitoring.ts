import { primaryOf, type Service, serviceDeploymentOf } from '../state/service.js'
import type { World } from '../world.js'
import { trip } from './rollback.js'

/** An alarm in ALARM fails the deployment (deployment-alarm-failure). */
export function watchAlarms(world: World, service: Service): void {
  const primary = primaryOf(service)
  const deployment = serviceDeploymentOf(service, primary.id)
  if (deployment?.status !== 'IN_PROGRESS' || deployment.alarmStatus !== 'MONITORING') return
  const inAlarm = world.alarms.inAlarm(deployment.configuration.alarms.alarmNames)
  if (inAlarm.length === 0) return
  deployment.alarmStatus = 'TRIGGERED'
  deployment.triggeredAlarms = inAlarm
  trip(world, service, { kind: 'alarm' })
}
