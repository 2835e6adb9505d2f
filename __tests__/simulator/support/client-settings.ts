/** How a client speaks to a simulator: with any credentials, and once, so that a fault is seen. */
import { devNull } from 'node:os'
import { clientEnvironment } from '../../../simulator/client-environment.js'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'

/** For a client of the SDK. */
export function settingsFor(url: string) {
  return {
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' },
    maxAttempts: 1,
  }
}

/** For a program; the AWS configuration in the files of this machine is not read. */
export function environmentFor(server: SimulatorServer) {
  return {
    ...process.env,
    ...clientEnvironment(server, 'eu-west-1'),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_MAX_ATTEMPTS: '1',
  }
}
