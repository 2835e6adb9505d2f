/** https://github.com/fabfuel/ecs-deploy, of PyPI. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { imageOf } from '../../../../simulator/scenarios/web-service.js'
import { environmentFor } from '../../../simulator/support/client-settings.js'
import type { DeployingClient } from './deploying-client.js'
import { runProgram } from './run-program.js'

const { ECS_DEPLOY_PATH = '', ...environment } = process.env
const ecs = ['-c', 'from ecs_deploy.cli import ecs; ecs()']
const pythonPath = ECS_DEPLOY_PATH === '' ? {} : { PYTHONPATH: ECS_DEPLOY_PATH }

/** Where `ecs` is the program. */
export const ecsDeployEnvironment = {
  ...pythonPath,
  PATH: [...(ECS_DEPLOY_PATH === '' ? [] : [join(ECS_DEPLOY_PATH, 'bin')]), environment.PATH].join(':'),
}

/** Nothing is deregistered, so that there is a revision to go back to. */
const deploy = ['deploy', 'prod', 'web', '--no-deregister', '--timeout', '60']

export const ecsDeployClient: DeployingClient = {
  name: 'ecs-deploy',
  needs: {
    name: 'ecs-deploy',
    requiredBy: 'REQUIRE_ECS_DEPLOY',
    isHere: () =>
      spawnSync('python3', ['-c', 'import ecs_deploy'], { env: { ...environment, ...pythonPath } }).status ===
      0,
  },
  open: async ({ server }) => {
    const env = { ...environmentFor(server), ...pythonPath }
    const run = async (...args: string[]) => (await runProgram('python3', [...ecs, ...args], { env })).says
    return {
      deployed: { cluster: 'prod', service: 'web' },
      deploy: tag => run(...deploy, '--image', 'app', imageOf(tag)),
      rollBack: () => run(...deploy, '--task', 'web:7'),
      // It waits for no task.
      runTask: command =>
        run(
          ...['run', 'prod', 'web', '--command', 'app', command.join(' '), '--launchtype', 'FARGATE'],
          ...['--subnet', 'subnet-0a1b2c3d4e5f60718', '--securitygroup', 'sg-0c4d2e6f8a1b3c5d7'],
        ),
      close: async () => {},
    }
  },
}
