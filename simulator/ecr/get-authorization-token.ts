/** AmazonECR/latest/APIReference/API_GetAuthorizationToken.html: "The authorization token is valid for 12 hours." */
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

const validMs = 12 * 3_600_000

export interface GetAuthorizationTokenInput {
  readonly registryIds?: readonly string[]
  readonly region: string
}

export function getAuthorizationToken(world: World, input: GetAuthorizationTokenInput): object {
  const { registryIds = [world.account], region } = input
  return {
    authorizationData: registryIds.map(account => ({
      authorizationToken: Buffer.from('AWS:simulated-registry-password').toString('base64'),
      expiresAt: epoch(world.now + validMs),
      proxyEndpoint: `https://${account}.dkr.ecr.${region}.amazonaws.com`,
    })),
  }
}
