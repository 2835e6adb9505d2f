/**
 * Keys of AssumeRole belong to that role; the caller with any other keys is the workflow's role
 * (STS/latest/APIReference/API_GetCallerIdentity.html).
 */
import type { World } from '../ecs/world.js'

export function getCallerIdentity(world: World, { accessKeyId = '' }: { accessKeyId?: string }): object {
  const session = world.sessions.find(accessKeyId)
  if (session !== undefined) {
    const { account, roleId, arn } = session
    return { UserId: `${roleId}:${arn.split('/').at(-1)}`, Account: account, Arn: arn }
  }
  return {
    UserId: 'AROASIMULATOR0000000:deploy',
    Account: world.account,
    Arn: `arn:aws:sts::${world.account}:assumed-role/GitHubActions/deploy`,
  }
}
