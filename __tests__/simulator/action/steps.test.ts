/** The main and the post step as processes, run as the runner does: inputs and files by environment, state from one to the other. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startArtifactService } from '../../../e2e/artifact-service.js'
import { isAlive, isListening } from '../../../simulator/action/server-process.js'
import { testUnless } from '../../support/test-unless.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-action-'))
  mkdirSync(join(folder, 'workspace'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Ran {
  readonly code: number | NodeJS.Signals
  readonly log: string
  /** What the step wrote to its files. */
  readonly env: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
}

const files = { GITHUB_ENV: 'env', GITHUB_OUTPUT: 'outputs', GITHUB_STATE: 'state' } as const

interface StepOptions {
  /** Sent to the process group of the step once it has saved its state. */
  readonly cancelWith?: NodeJS.Signals
}

async function runStep(
  step: 'main' | 'post',
  variables: Readonly<Record<string, string>> = {},
  { cancelWith }: StepOptions = {},
): Promise<Ran> {
  const program = fileURLToPath(new URL(`../../../simulator/action/${step}.js`, import.meta.url))
  const paths = Object.entries(files).map(([name, file]) => [name, join(folder, file)] as const)
  for (const [, path] of paths) writeFileSync(path, '')
  const env = {
    PATH: process.env.PATH,
    ...Object.fromEntries(paths),
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    ...variables,
  }
  const read = (file: string) => fileValues(readFileSync(join(folder, file), 'utf8'))
  const child = spawn(process.execPath, [program], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = once(child, 'exit')
  const log = Promise.all([text(child.stdout), text(child.stderr)])
  if (cancelWith !== undefined) {
    while (read('state').server === undefined) await sleep(1)
    process.kill(-(child.pid ?? 0), cancelWith)
  }
  const [code] = await exit
  return {
    code: code ?? cancelWith,
    log: (await log).join(''),
    env: read('env'),
    outputs: read('outputs'),
    state: read('state'),
  }
}

/** `NAME<<DELIMITER`, lines, `DELIMITER`. */
function fileValues(content: string): Record<string, string> {
  const values = [...content.matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm)]
  return Object.fromEntries(values.map(([, name = '', , value = '']) => [name, value]))
}

function stateFor({ state }: Ran): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}

const listClusters = {
  method: 'POST',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters',
  },
  body: '{}',
}

test('a world of the workspace runs until the post step, which says what was requested', async () => {
  writeFileSync(join(folder, 'workspace', 'world.yaml'), 'region: eu-north-1\nclusters: { shop: {} }\n')
  const main = await runStep('main', { INPUT_WORLD: 'world.yaml', INPUT_SPEED: '20' })
  const { url = '', 'requests-file': requestsFile = '' } = main.outputs
  try {
    expect(main).toMatchObject({
      code: 0,
      env: { AWS_ENDPOINT_URL: url, AWS_REGION: 'eu-north-1', ECS_SIMULATOR_SPEED: '20' },
      outputs: { region: 'eu-north-1', account: '123456789012', port: new URL(url).port },
    })
    const response = await fetch(url, listClusters)
    expect(await response.json()).toStrictEqual({
      clusterArns: ['arn:aws:ecs:eu-north-1:123456789012:cluster/shop'],
    })
    await fetch(url, { method: 'POST', headers: { 'x-amz-target': 'AmazonSQS.ListQueues' }, body: '{}' })
    const [line = ''] = readFileSync(requestsFile, 'utf8').split('\n')
    expect(JSON.parse(line)).toMatchObject({
      service: 'ecs',
      operation: 'ListClusters',
      input: {},
      status: 200,
    })
  } finally {
    const post = await runStep('post', stateFor(main))
    expect(post.code).toBe(0)
    expect(post.log).toMatch(/^2 requests: ecs 1, /m)
    expect(post.log).toMatch(/^::warning title=ECS simulator::.*does not have.*ListQueues/m)
  }
  expect(await isListening(url)).toBe(false)
})

test('wrong inputs fail the step with an annotation each, and nothing is started', async () => {
  const main = await runStep('main', { INPUT_SCENARIO: 'helthy', INPUT_PORT: 'x', INPUT_CLUSTER: 'prod' })
  expect(main).toMatchObject({ code: 1, env: {}, outputs: {}, state: {} })
  expect(main.log.match(/^::error title=Wrong input of the simulator::\w+/gm)).toStrictEqual([
    '::error title=Wrong input of the simulator::cluster',
    '::error title=Wrong input of the simulator::scenario',
    '::error title=Wrong input of the simulator::port',
  ])
  expect((await runStep('post')).log).toBe('')
})

test('a world file with mistakes fails the step with what the server says of it', async () => {
  writeFileSync(join(folder, 'workspace', 'world.yaml'), 'clusterz: {}\n')
  const main = await runStep('main', { INPUT_WORLD: 'world.yaml' })
  expect(main).toMatchObject({ code: 1, outputs: {} })
  expect(main.log).toMatch(
    /^::error title=The simulator did not start::world\.yaml:1: clusterz is not known; did you mean clusters\?/m,
  )
  // Another process may have its id by the time of the post step.
  expect(main.state).toStrictEqual({ server: '' })
  expect(await runStep('post', stateFor(main))).toMatchObject({ code: 0, log: '' })
})

test('the post step says so if the simulator has ended before it', async () => {
  const main = await runStep('main')
  process.kill(JSON.parse(main.state.server ?? '').pid, 'SIGKILL')
  while (await isListening(main.outputs.url ?? '')) await new Promise(resolve => setImmediate(resolve))
  const post = await runStep('post', stateFor(main))
  expect(post.code).toBe(0)
  expect(post.log).toMatch(/^::warning title=ECS simulator::The simulator ended before the job\./m)
})

test('a workflow that is canceled while the simulator starts leaves none behind', async () => {
  const canceled = await runStep('main', {}, { cancelWith: 'SIGINT' })
  const { pid, url } = JSON.parse(canceled.state.server ?? '')
  expect(canceled).toMatchObject({ code: 'SIGINT', env: {}, outputs: {} })
  expect(url).toBeUndefined()
  // The signal to the step has not reached it.
  expect(isAlive(pid)).toBe(true)
  expect(await runStep('post', stateFor(canceled))).toMatchObject({ code: 0, log: '' })
  expect(isAlive(pid)).toBe(false)
})

async function runWithArtifact(name: string, variables: Readonly<Record<string, string>>): Promise<Ran> {
  const main = await runStep('main', { 'INPUT_REQUESTS-ARTIFACT': name })
  await fetch(main.outputs.url ?? '', listClusters)
  return runStep('post', { ...stateFor(main), ...variables })
}

test('the post step uploads the requests as an artifact, and says which; a name that is taken is a warning', async () => {
  await using service = await startArtifactService()
  const first = await runWithArtifact('requests', service.variables)
  expect(first.code).toBe(0)
  expect(first.log).toMatch(/^The requests are in artifact requests: [1-9]\d* bytes compressed, id 4711\.$/m)
  expect(first.log).not.toMatch(/^::warning/m)
  const { file = '', text: lines = '' } = service.artifacts.get('requests') ?? {}
  expect(file).toBe('requests.jsonl')
  expect(JSON.parse(lines)).toMatchObject({ service: 'ecs', operation: 'ListClusters', status: 200 })

  const second = await runWithArtifact('requests', service.variables)
  expect(second.code).toBe(0)
  expect(second.log).toMatch(
    /^::warning title=ECS simulator::.*artifact "requests": .*already exists.* set another one in requests-artifact\./m,
  )
})

test.each([
  { where: 'outside of a job', variables: {}, reason: 'ACTIONS_RUNTIME_TOKEN' },
  {
    where: 'on GitHub Enterprise Server',
    variables: { GITHUB_SERVER_URL: 'https://github.example.com' },
    reason: 'not currently supported on GHES',
  },
])('$where, the requests are not uploaded, and a warning says what to do', async ({ variables, reason }) => {
  const post = await runWithArtifact('requests', variables)
  expect(post.code).toBe(0)
  expect(post.log).toMatch(/^1 request: ecs 1$/m)
  expect(post.log).toMatch(
    new RegExp(
      `^::warning title=ECS simulator::.*${reason}.* the output requests-file .*actions/upload-artifact`,
      'm',
    ),
  )
})

const address = Object.values(networkInterfaces())
  .flat()
  .find(found => found?.family === 'IPv4' && !found.internal)?.address

testUnless(address === undefined, 'this machine has no address but that of the loopback interface')(
  'with host 0.0.0.0 it answers at every address, and the job itself uses the loopback interface',
  async () => {
    const main = await runStep('main', { INPUT_HOST: '0.0.0.0' })
    try {
      const { port = '' } = main.outputs
      expect(main.env.AWS_ENDPOINT_URL).toBe(`http://127.0.0.1:${port}`)
      expect((await fetch(`http://${address}:${port}/health`)).status).toBe(200)
    } finally {
      await runStep('post', stateFor(main))
    }
  },
)
