import { imageOf } from '../../../../simulator/scenarios/web-service.js'
import { environmentFor } from '../../../simulator/support/client-settings.js'
import { boto3, boto3Environment } from '../boto3.js'
import type { DeployingClient } from './deploying-client.js'
import { runProgram } from './run-program.js'

export const boto3Client: DeployingClient = {
  name: 'boto3',
  needs: boto3,
  open: async ({ server }) => {
    const env = { ...boto3Environment, ...environmentFor(server) }
    const run = async (action: string, argument: string) => {
      const script = '__tests__/clients/support/boto3-deployment.py'
      return (await runProgram('python3', [script, action, argument], { env })).says
    }
    return {
      deployed: { cluster: 'prod', service: 'web' },
      deploy: tag => run('deploy', imageOf(tag)),
      rollBack: () => run('roll-back', 'web:7'),
      runTask: command => run('run', JSON.stringify(command)),
      close: async () => {},
    }
  },
}
