/** An Express service has a call of its own, which takes nothing besides the revision (docs/adr/0051). */
import { isExpress, type Service, type ServiceState } from '../../core/ecs/service.js'
import type { Ecs, ServiceChange } from '../../ports.js'

export interface UpdateAnswer {
  /** the answer for an Express service is without its deployments */
  readonly service: Service | undefined
  /** ARN of the service revision that is deployed */
  readonly serviceRevision: string | undefined
}

/** Once. */
export async function sendUpdate(
  ecs: Ecs,
  service: Pick<ServiceState, 'arn' | 'managedBy'>,
  change: ServiceChange,
): Promise<UpdateAnswer> {
  if (!isExpress(service)) return { service: await ecs.updateService(change), serviceRevision: undefined }
  const { taskDefinition } = change
  const serviceRevision = await ecs.updateExpressService({ serviceArn: service.arn, taskDefinition })
  return { service: undefined, serviceRevision }
}
