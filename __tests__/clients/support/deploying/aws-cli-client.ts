/** The commands of a deployment by the AWS CLI, as its users write them. */
import { imageOf } from '../../../../simulator/scenarios/web-service.js'
import { awsCli, runAws } from '../aws-cli.js'
import type { DeployingClient, Says, Session } from './deploying-client.js'
import type { StoryWorld } from './story-world.js'

export const awsCliClient: DeployingClient = {
  name: 'the AWS CLI',
  needs: awsCli,
  open: async world => openSession(world),
}

const deployed = { cluster: 'prod', service: 'web' }

function openSession({ server }: StoryWorld): Session {
  const ecs = (...args: string[]) => runAws(server, ['ecs', ...args])
  const update = async (revision: string): Promise<Says> => {
    await ecs('update-service', '--cluster', 'prod', '--service', 'web', '--task-definition', revision)
    return said(ecs('wait', 'services-stable', '--cluster', 'prod', '--services', 'web'))
  }
  return {
    deployed,
    deploy: async tag => {
      const { taskDefinition } = await ecs('describe-task-definition', '--task-definition', 'web')
      const { containerDefinitions, family, networkMode, cpu, memory } = taskDefinition
      const definition = {
        ...{ family, networkMode, cpu, memory, requiresCompatibilities: ['FARGATE'] },
        executionRoleArn: taskDefinition.executionRoleArn,
        containerDefinitions: [{ ...containerDefinitions[0], image: imageOf(tag) }],
      }
      const registered = await ecs('register-task-definition', '--cli-input-json', JSON.stringify(definition))
      return update(registered.taskDefinition.taskDefinitionArn)
    },
    rollBack: () => update('web:7'),
    runTask: async command => {
      const overrides = { containerOverrides: [{ name: 'app', command }] }
      const { tasks } = await ecs(
        ...['run-task', '--cluster', 'prod', '--task-definition', 'web', '--launch-type', 'FARGATE'],
        ...['--network-configuration', 'awsvpcConfiguration={subnets=[subnet-0a1b2c3d4e5f60718]}'],
        ...['--overrides', JSON.stringify(overrides)],
      )
      const one = ['--cluster', 'prod', '--tasks', tasks[0].taskArn]
      await ecs('wait', 'tasks-stopped', ...one)
      const stopped = await ecs('describe-tasks', ...one)
      return stopped.tasks[0].containers[0].exitCode === 0 ? 'succeeded' : 'failed'
    },
    close: async () => {},
  }
}

function said(waiting: Promise<unknown>): Promise<Says> {
  return waiting.then(
    () => 'succeeded',
    () => 'failed',
  )
}
