import type { Task } from '../state/task.js'
import type { World } from '../world.js'
import type { PullFailure } from './pull-failure.js'

/** Why the first secret that cannot be fetched cannot, in ECS's words (resource-initialization-error). */
export function secretFailure(world: World, task: Task): PullFailure | undefined {
  for (const container of task.containers) {
    const missing = container.definition.secrets?.find(({ valueFrom }) => !world.secrets.has(valueFrom))
    if (missing !== undefined) return { container, text: failureText(missing.valueFrom), afterMs: 3_000 }
  }
  return undefined
}

function failureText(secret: string): string {
  return (
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ' +
    'unable to retrieve secret from asm: service call has been retried 1 time(s): ' +
    `failed to fetch secret ${secret} from secrets manager: ` +
    "ResourceNotFoundException: Secrets Manager can't find the specified secret."
  )
}
