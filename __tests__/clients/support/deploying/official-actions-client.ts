/** amazon-ecs-render-task-definition and amazon-ecs-deploy-task-definition, one after the other as in a workflow. */
import { clientEnvironment } from '../../../../simulator/client-environment.js'
import { imageOf } from '../../../../simulator/scenarios/web-service.js'
import { officialActions, Runner } from '../official-actions.js'
import type { DeployingClient, Session } from './deploying-client.js'
import { type StoryWorld, tags } from './story-world.js'

const render = 'amazon-ecs-render-task-definition'
const deploy = 'amazon-ecs-deploy-task-definition'

export const officialActionsClient: DeployingClient = {
  name: 'the official actions',
  needs: officialActions(render, deploy),
  open: openSession,
}

/** They follow the clock of the world. */
const preload = new URL('../../../../simulator/time/time-warp.js', import.meta.url).href

async function openSession({ server, clock }: StoryWorld): Promise<Session> {
  const runner = await Runner.open({
    ...clientEnvironment(server, 'eu-west-1'),
    NODE_OPTIONS: `--import=${preload}`,
    ...clock.environment(),
  })
  const run = async (tag: string, inputs: Readonly<Record<string, string>>) => {
    const rendered = await runner.run(render, {
      'task-definition-family': 'web',
      'container-name': 'app',
      image: imageOf(tag),
    })
    if (rendered.code !== 0) throw new Error(rendered.log)
    const { 'task-definition': file = '' } = rendered.outputs
    const { code } = await runner.run(deploy, { 'task-definition': file, cluster: 'prod', ...inputs })
    return code === 0 ? 'succeeded' : 'failed'
  }
  const service = { service: 'web', 'wait-for-service-stability': 'true' }
  return {
    deployed: { cluster: 'prod', service: 'web' },
    deploy: tag => run(tag, service),
    rollBack: () => run(tags.previous, service),
    runTask: command =>
      run(tags.previous, {
        ...{ 'run-task': 'true', 'wait-for-task-stopped': 'true' },
        'run-task-container-overrides': JSON.stringify([{ name: 'app', command }]),
        'run-task-subnets': 'subnet-0a1b2c3d4e5f60718',
      }),
    close: () => runner.close(),
  }
}
