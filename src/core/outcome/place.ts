import { parseArn } from '../ecs/arn.js'
import type { Outcome } from './outcome.js'
import { planOfService, targetOfService } from './service-result.js'

/** Partition, region and account; undefined if AWS has shown no ARN and the user gave none. */
export function placeOf({ services, revision }: Outcome): ReturnType<typeof parseArn> {
  const ofServices = services.flatMap(service => {
    const target = targetOfService(service)
    return [planOfService(service)?.observed.service.arn, target.service, target.cluster]
  })
  return [...ofServices, revision?.arn].map(arn => parseArn(arn ?? '')).find(place => place !== undefined)
}
