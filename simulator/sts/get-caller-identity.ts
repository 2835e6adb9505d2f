/** The caller is always the workflow's role (STS/latest/APIReference/API_GetCallerIdentity.html). */
import type { World } from '../ecs/world.js'

export function getCallerIdentity({ account }: World): object {
  return {
    UserId: 'AROASIMULATOR0000000:deploy',
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/GitHubActions/deploy`,
  }
}
