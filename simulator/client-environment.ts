import type { World } from './ecs/world.js'
import type { SimulatorServer } from './protocol/http-server.js'

/** Behind this proxy are the hosts of the world; everything on this machine is reached directly. */
export function proxyEnvironment({ url }: SimulatorServer, world: World): Record<string, string> {
  return world.hosts.isEmpty ? {} : { http_proxy: url, no_proxy: 'localhost,127.0.0.1' }
}

/** Points any AWS SDK, CLI or action to this server. The keys are not checked. */
export function clientEnvironment({ url }: SimulatorServer, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_ECS: url,
    AWS_ENDPOINT_URL_CLOUDWATCH: url,
    AWS_ENDPOINT_URL_ECR: url,
    AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2: url,
    AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING: url,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_IAM: url,
    AWS_ENDPOINT_URL_EC2: url,
    AWS_ENDPOINT_URL_SSM: url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    GITHUB_API_URL: url,
    AWS_REGION: region,
    // Read by version 1 of the AWS CLI.
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIASIMULATOR0000000',
    AWS_SECRET_ACCESS_KEY: 'simulated-secret-access-key',
  }
}
