import type { Task } from '../state/task.js'
import type { World } from '../world.js'
import type { StartFailure } from './image-pull-failure.js'

/** In ECS's words (resource-initialization-error). */
export function secretFailure(world: World, task: Task): StartFailure | undefined {
  for (const container of task.containers) {
    for (const { valueFrom } of container.definition.secrets ?? []) {
      const found = world.secrets.find(valueFrom)
      if (found === 'readable') continue
      const answer = found === 'missing' ? missing : denied(world, task, valueFrom)
      return { container, text: failureText(valueFrom, answer), afterMs: 3_000 }
    }
  }
  return undefined
}

const missing = "ResourceNotFoundException: Secrets Manager can't find the specified secret."

function denied(world: World, task: Task, secret: string): string {
  const role = String(task.taskDefinition.document.executionRoleArn ?? '').replace(/^.*\//, '')
  return (
    `AccessDeniedException: User: arn:aws:sts::${world.account}:assumed-role/${role}/${task.id} is not authorized ` +
    `to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows ` +
    'the secretsmanager:GetSecretValue action'
  )
}

function failureText(secret: string, answer: string): string {
  return (
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ' +
    'unable to retrieve secret from asm: service call has been retried 1 time(s): ' +
    `failed to fetch secret ${secret} from secrets manager: ${answer}`
  )
}
