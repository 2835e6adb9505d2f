/** The command as people run it: a process of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'

const main = fileURLToPath(new URL('../../simulator/main.js', import.meta.url))

interface Ended {
  readonly code: number | string
  readonly stdout: string
  readonly stderr: string
}

function run(...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    execFile(process.execPath, [main, ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })
}

test.each(['demo', 'serve'])('%s --list names every scenario with its outcome', async command => {
  const { code, stdout } = await run(command, '--list')

  expect(code).toBe(0)
  expect(stdout).toMatch(/^healthy +succeeded +\S/m)
  expect(stdout).toMatch(/^port-mismatch +rolled-back +\S/m)
  expect(stdout).toMatch(/^lost-update +succeeded .+\n +The connection breaks after the first UpdateService/m)
})

test('a mistake in the arguments is one plain line and exit code 2', async () => {
  expect(await run('demo', 'port-mismatch', '--speed', '0')).toStrictEqual({
    code: 2,
    stdout: '',
    stderr: '--speed "0" is not a number from 1 to 1000\n',
  })
})

test('a port that is taken is one plain line and exit code 2', async () => {
  const taken = createServer()
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { code, stderr } = await run('serve', '--port', String(port))
  taken.close()

  expect(stderr).toBe('the port is in use; omit --port to use a free one\n')
  expect(code).toBe(2)
})

test('a file of requests that cannot be written is one plain line and exit code 2', async () => {
  const { code, stderr } = await run('serve', '--requests', '/no/such/folder/requests.jsonl')
  expect(stderr).toMatch(/^--requests cannot be written: ENOENT.*\n$/)
  expect(code).toBe(2)
})

/** The lines that set variables in a shell. */
async function readExports(child: ChildProcess, last: string): Promise<Record<string, string>> {
  const variables: Record<string, string> = {}
  if (!child.stdout) throw new Error('not piped')
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? []
    if (name && value) variables[name] = value
    if (name === last) break
  }
  return variables
}

test('serve prints how clients reach it, and stops on a signal', async () => {
  const child = spawn(process.execPath, [main, 'serve', '--scenario', 'port-mismatch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const variables = await readExports(child, 'AWS_SECRET_ACCESS_KEY')
  const client = new ECSClient({
    endpoint: variables.AWS_ENDPOINT_URL_ECS ?? '',
    region: variables.AWS_REGION ?? '',
    credentials: {
      accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  const { services } = await client.send(new DescribeServicesCommand({ cluster: 'prod', services: ['web'] }))
  child.kill('SIGTERM')
  const [code, signal] = await exit
  client.destroy()

  expect(services?.[0]?.deployments?.[0]?.rolloutState).toBe('COMPLETED')
  // Windows has no signals: there the process just ends.
  expect(process.platform === 'win32' ? signal : code).toBe(process.platform === 'win32' ? 'SIGTERM' : 0)
})
