/** Runs the simulator of dist/ as a process (`serve`) and reads what it prints. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Simulator {
  /** Variables by which a program finds the simulator and follows its time. Region and keys come from the workflow. */
  readonly environment: Readonly<Record<string, string>>
  /** The calls so far that changed something in ECS, in order. */
  changes(): Promise<readonly string[]>
  /** Resolves when ECS has answered the operation once more. */
  answered(operation: string): Promise<void>
  /** `web:8 2/2`: the revision, running and desired tasks of the service when nothing moves any more. */
  service(cluster: string, name: string): Promise<string>
  /** The comments on a pull request, `octo-org/web#7`. */
  comments(pull: string): Promise<readonly string[]>
  stop(): Promise<void>
}

export interface SimulatorOptions {
  /** dist/simulator/main.js */
  readonly program: string
  readonly scenario: string
  readonly speed: number
  /** Of the new images. */
  readonly tag: string
}

interface Service {
  readonly runningCount: number
  readonly desiredCount: number
  readonly deployments: readonly { readonly taskDefinition: string }[]
}

interface Answer {
  readonly services?: readonly Service[]
}

const maxPolls = 50
const pause = 200

const setByWorkflow = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const child = spawnServer(options)
  const exit = once(child, 'exit')
  const { ready, lines, operations, variables } = readOutput(child.stdout)
  const ended = exit.then(([code]) => {
    throw new Error(`the simulator of ${options.scenario} ended with ${code}`)
  })
  ended.catch(() => {})
  await Promise.race([ready, ended])
  const url = variables.AWS_ENDPOINT_URL_ECS ?? ''
  const environment = Object.entries(variables).filter(([name]) => !setByWorkflow.includes(name))

  async function answered(operation: string): Promise<void> {
    const before = count(operations, operation)
    while (count(operations, operation) === before) await once(lines, 'line')
  }

  return {
    environment: { ...Object.fromEntries(environment), AWS_ENDPOINT_URL: url },
    async changes() {
      // When the line of this call has been read, so have all lines before it.
      await Promise.all([answered('DescribeClusters'), ask(url, 'DescribeClusters', {})])
      return operations.filter(operation => !/^(?:Describe|List)/.test(operation))
    },
    answered,
    service: (cluster, name) => serviceAtRest(url, { cluster, name }),
    comments: pull => commentsOn(pull, variables.GITHUB_API_URL),
    async stop() {
      child.kill('SIGTERM')
      await exit
    },
  }
}

/** For a workflow that starts its own. */
export const noSimulator: Simulator = {
  environment: {},
  changes: async () => [],
  answered: () => Promise.reject(new Error('there is no simulator')),
  service: async () => 'missing',
  comments: async () => [],
  stop: async () => {},
}

function spawnServer({ program, scenario, speed, tag }: SimulatorOptions) {
  return spawn(
    process.execPath,
    [program, 'serve', '--scenario', scenario, '--speed', String(speed), '--tag', tag],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
}

interface Output {
  readonly ready: Promise<void>
  readonly lines: Interface
  /** Answered by ECS without an error, in order; grows. */
  readonly operations: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

function readOutput(stream: Readable): Output {
  const lines = createInterface({ input: stream })
  const operations: string[] = []
  const variables: Record<string, string> = {}
  // NODE_OPTIONS is the last thing that it prints before it accepts requests.
  const ready = new Promise<void>(resolve => {
    lines.on('line', line => {
      const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? []
      if (name && value) variables[name] = value
      if (name === 'NODE_OPTIONS') resolve()
      const [, operation] = /^[\d:]{8} {2}ecs (\w+) {2}200$/.exec(line) ?? []
      if (operation) operations.push(operation)
    })
  })
  return { ready, lines, operations, variables }
}

interface ServiceName {
  readonly cluster: string
  readonly name: string
}

async function serviceAtRest(url: string, { cluster, name }: ServiceName): Promise<string> {
  for (let polls = 0; ; polls += 1) {
    const { services } = await ask(url, 'DescribeServices', { cluster, services: [name] })
    const [service] = services ?? []
    if (!service) return 'missing'
    if (isAtRest(service) || polls === maxPolls) return summary(service)
    await sleep(pause)
  }
}

async function commentsOn(pull: string, api: string | undefined): Promise<readonly string[]> {
  const path = pull.replace('#', '/issues/')
  const response = await fetch(`${api}/repos/${path}/comments`, {
    headers: { authorization: 'Bearer simulated' },
  })
  if (!response.ok) throw new Error(`the comments on ${pull}: ${await response.text()}`)
  const comments = (await response.json()) as readonly { readonly body: string }[]
  return comments.map(({ body }) => body)
}

function isAtRest({ runningCount, desiredCount, deployments }: Service): boolean {
  return runningCount === desiredCount && deployments.length === 1
}

/** An Express service has its revision only there. */
function summary({ deployments: [deployment], runningCount, desiredCount }: Service): string {
  return `${deployment?.taskDefinition.split('/').at(-1)} ${runningCount}/${desiredCount}`
}

function count(operations: readonly string[], wanted: string): number {
  return operations.filter(operation => operation === wanted).length
}

async function ask(url: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    },
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
  return response.json() as Promise<Answer>
}
