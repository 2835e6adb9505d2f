import { AwsError } from '../../aws-error.js'
import type { Operation } from '../operation.js'
import { findCluster } from './find.js'
import { checkIds } from './identifiers.js'

/** No session can be opened into a task that is simulated: whatever is right otherwise is not connected. */
const ExecuteCommand: Operation = (
  world,
  { cluster: reference, container, interactive, task: taskReference },
) => {
  const cluster = findCluster(world, reference)
  // https://github.com/boto/boto3/issues/2822
  if (!interactive) throw invalid('Interactive is the only mode supported currently.')
  checkIds('taskId', [taskReference], cluster)
  const task = world.tasks.get(world.arn(`task/${cluster.name}/${taskReference.split('/').at(-1)}`))
  if (task === undefined) throw invalid('The referenced task was not found.')
  // The wording of the next two is ours.
  if (container === undefined && task.containers.length > 1) {
    throw invalid('A container is required for a task with several containers.')
  }
  if (container !== undefined && !task.containers.some(({ definition }) => definition.name === container)) {
    throw invalid(`The container ${container} is not in the task.`)
  }
  // https://github.com/fabfuel/ecs-deploy/issues/193
  if (task.attributes.enableExecuteCommand !== true || task.lastStatus !== 'RUNNING') {
    throw invalid(
      'The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.',
    )
  }
  // https://github.com/aws/aws-cli/issues/6456
  throw new AwsError(
    'TargetNotConnectedException',
    'The execute command failed due to an internal error. Try again later.',
  )
}

export const commands = { ExecuteCommand }

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
