/** STS GetCallerIdentity (STS/latest/APIReference/API_GetCallerIdentity.html): everybody is the role of the workflow. */
import type { World } from '../ecs/world.js'

export function getCallerIdentity({ account }: World): object {
  return {
    UserId: 'AROASIMULATOR0000000:deploy',
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/GitHubActions/deploy`,
  }
}
