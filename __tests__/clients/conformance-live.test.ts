/** `npm run conformance -- --live` against a simulator instead of an account: what it records, and what it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { compareFolder } from '../../conformance/compare-folder.js'
import { playSimulated } from '../../conformance/simulated.js'
import { worlds as allWorlds } from '../../conformance/worlds.js'
import { type Simulator, startSimulator } from '../../simulator/start-simulator.js'
import { testWithCli } from './support/aws-cli.js'

const program = resolve('lib/conformance/main.js')
const account = '998877665544'
const subnet = 'subnet-0aaaabbbbccccdddd'

let simulator: Simulator
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  simulator = await startSimulator({
    speed: 60,
    account,
    world: {
      clusters: { prod: {}, 'mine-0a0a0a0a': {} },
      images: { 'public.ecr.aws/docker/library/busybox:1.37': {} },
    },
  })
})

afterEach(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true })
})

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
}

function start(...args: string[]): Run {
  const env = {
    ...process.env,
    ...simulator.environment,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  const ended = once(child, 'close').then(async ([code]) => ({
    code: code as number | null,
    output: (await output).join(''),
  }))
  return { child, ended }
}

function record(...names: string[]): Run {
  const chosen = names.flatMap(name => ['--world', name])
  const settings = ['--cluster-prefix', 'mine', '--subnets', subnet, '--security-groups', 'sg-0aaaabbbb']
  return start('--live', '--yes', ...settings, ...chosen, '--poll-seconds', '0.2', '--out', folder)
}

const cleanUp = () => start('--clean-up', '--yes', '--cluster-prefix', 'mine').ended

async function ask<Output>(operation: string, input: object): Promise<Output> {
  const response = await fetch(simulator.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    },
    body: JSON.stringify(input),
  })
  return (await response.json()) as Output
}

/** Clusters that are not of the world, and task definitions that are still there. */
async function remains(): Promise<readonly string[]> {
  const { clusterArns } = await ask<{ clusterArns: string[] }>('ListClusters', {})
  const kept = clusterArns.filter(arn => !/\/(?:prod|mine-0a0a0a0a)$/.test(arn))
  const lists = ['ACTIVE', 'INACTIVE'].map(status =>
    ask<{ taskDefinitionArns: string[] }>('ListTaskDefinitions', { status }),
  )
  const found = await Promise.all(lists)
  return [...kept, ...found.flatMap(({ taskDefinitionArns }) => taskDefinitionArns)]
}

async function hasRequested(operation: string): Promise<void> {
  while (!simulator.requests.some(request => request.operation === operation && request.error === undefined))
    await sleep(50)
}

async function comparison(...names: string[]) {
  const worlds = allWorlds.filter(({ name }) => names.includes(name))
  const { signal } = new AbortController()
  const simulated = []
  for (const world of worlds)
    simulated.push(await playSimulated(world, { client: 'x', date: '2026-12-01', signal }))
  return compareFolder(folder, { worlds, simulated, known: [] })
}

testWithCli(
  'worlds are recorded as the simulator answers them, without the account, and all is removed',
  async () => {
    const { code, output } = await record('scaled-to-zero', 'one-off-task').ended

    expect([code, output]).toStrictEqual([0, expect.stringContaining('✓ one-off-task: 6 of 6')])
    expect(output).toContain('that is not AWS')
    expect(await remains()).toStrictEqual([])
    expect(readdirSync(folder).sort()).toStrictEqual(['one-off-task.json', 'scaled-to-zero.json'])
    const recorded = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'))
    const secrets = [
      account,
      subnet,
      'eu-west-1',
      /mine-[0-9a-f]{8}/,
      /[0-9a-f]{32}/,
      /\d{17}/,
      /\d+\.\d+\.\d+\.\d+/,
    ]
    for (const secret of secrets) expect(recorded.join('\n')).not.toMatch(secret)
    expect(JSON.parse(recorded[0] ?? '')).toMatchObject({ source: { kind: 'endpoint' } })
    expect(await comparison('scaled-to-zero', 'one-off-task')).toMatchObject({ differences: [] })
  },
)

testWithCli('a member that one side leaves out is named by its path', async () => {
  simulator.addFaults({
    kind: 'altered-response',
    operations: ['DescribeServiceDeployments'],
    member: 'serviceDeployments[].alarms',
    to: 'absent',
  })
  await record('scaled-to-zero').ended

  const { differences } = await comparison('scaled-to-zero')
  expect(differences).toStrictEqual([
    {
      world: 'scaled-to-zero',
      step: 'decided',
      path: 'serviceDeployments[].alarms',
      rule: 'member',
      detail: 'only in the simulator',
    },
  ])
})

testWithCli('Ctrl-C ends the worlds, and what was created is removed', async () => {
  const { child, ended } = record('breaker-off')
  await hasRequested('CreateService')
  child.kill('SIGINT')
  const { code, output } = await ended

  expect(code).toBe(130)
  expect(output).toMatch(/ended early: interrupted before step \w+/)
  expect(output).toContain('Removed the cluster mine-')
  expect(await remains()).toStrictEqual([])
})

testWithCli('a refused call ends its world, with the reason, and what was created is removed', async () => {
  simulator.addFaults({ kind: 'access-denied', operations: ['CreateService'] })
  const { code, output } = await record('scaled-to-zero').ended

  expect(code).toBe(1)
  expect(output).toMatch(/ended early: step create: CreateService was refused: AccessDeniedException: User: /)
  expect(await remains()).toStrictEqual([])
})

testWithCli('what a killed run left is removed later, and nothing without its tag', async () => {
  const { child, ended } = record('scaled-to-zero')
  await hasRequested('CreateService')
  child.kill('SIGKILL')
  await ended
  expect((await remains()).length).toBeGreaterThan(0)
  const { code, output } = await cleanUp()

  expect(code).toBe(1)
  expect(output).toContain('cluster mine-0a0a0a0a: it has no tag of a run, so it is left alone')
  expect(await remains()).toStrictEqual([])
  const deleted = simulator.requests.filter(({ operation }) => operation === 'DeleteCluster')
  expect(deleted.map(({ input }) => (input as { cluster: string }).cluster)).not.toContain('mine-0a0a0a0a')
})
