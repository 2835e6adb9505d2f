/** The AWS CLI, where it is installed, before a simulator. */
import { execFile, spawnSync } from 'node:child_process'
import { devNull } from 'node:os'
import { promisify } from 'node:util'
import { test } from '@jest/globals'
import { clientEnvironment } from '../../../simulator/client-environment.js'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'

const installed = spawnSync('aws', ['--version']).status === 0
const required = process.env.REQUIRE_AWS_CLI === '1'
// Skipped where the CLI is not installed, except where it is required to be.
export const testWithCli = installed || required ? test : test.skip
if (!installed && !required)
  console.warn('The AWS CLI is not installed: its tests are skipped (REQUIRE_AWS_CLI=1 fails them).')

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
