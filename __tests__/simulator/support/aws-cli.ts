/** The AWS CLI, where it is installed, before a simulator. */
import { execFile, spawnSync } from 'node:child_process'
import { devNull } from 'node:os'
import { promisify } from 'node:util'
import { clientEnvironment } from '../../../simulator/client-environment.js'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { testWhere } from './test-where.js'

export const testWithCli = testWhere({
  name: 'The AWS CLI',
  requiredBy: 'REQUIRE_AWS_CLI',
  isHere: () => spawnSync('aws', ['--version']).status === 0,
})

/** What the CLI prints, read as JSON. */
export async function runAws(
  server: SimulatorServer,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  // biome-ignore lint/suspicious/noExplicitAny: whatever the CLI prints
): Promise<any> {
  const env = {
    ...process.env,
    ...clientEnvironment(server, 'eu-west-1'),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_MAX_ATTEMPTS: '1',
    ...more,
  }
  const all = ['--endpoint-url', server.url, '--output', 'json', ...args]
  const { stdout } = await promisify(execFile)('aws', all, { env, encoding: 'utf8' })
  return stdout.trim() === '' ? undefined : JSON.parse(stdout)
}
