/**
 * What takes a service back to the revision that served: its task definition need not have the volumes of the new one.
 * An empty list takes the volumes off a service.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html
 */
import type { ServiceUpdate } from '../settings/service-update.js'
import { launchVolumesIn } from '../task-definition/launch-volumes.js'
import type { ServicePlan } from './plan.js'

export function restoringUpdate({
  observed: { live },
  settings: { before },
  update,
}: Pick<ServicePlan, 'observed' | 'settings' | 'update'>): ServiceUpdate {
  if (update.volumeConfigurations === undefined) return {}
  // What serves could not do without it: the answer lacks it (docs/adr/0026).
  if (before.volumes.length === 0 && launchVolumesIn(live).length > 0) return {}
  return { volumeConfigurations: before.volumes }
}
