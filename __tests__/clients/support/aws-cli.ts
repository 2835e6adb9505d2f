/** The AWS CLI, where it is installed, before a simulator. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { environmentFor } from '../../simulator/support/client-settings.js'
import { testWhere } from './test-where.js'

export const awsCli = {
  name: 'The AWS CLI',
  requiredBy: 'REQUIRE_AWS_CLI',
  isHere: () => spawnSync('aws', ['--version']).status === 0,
}

export const testWithCli = testWhere(awsCli)

/** What the CLI prints, read as JSON. */
export async function runAws(
  server: SimulatorServer,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  // biome-ignore lint/suspicious/noExplicitAny: whatever the CLI prints
): Promise<any> {
  const env = { ...environmentFor(server), ...more }
  const all = ['--endpoint-url', server.url, '--output', 'json', ...args]
  const { stdout } = await promisify(execFile)('aws', all, { env, encoding: 'utf8' })
  return stdout.trim() === '' ? undefined : JSON.parse(stdout)
}
