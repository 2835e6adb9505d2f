/**
 * `npm run bench -- start [--peer PATH/dist/index.js]`: time and memory from the start of a step to its first request to
 * AWS, and the size of what the runner loads; ours and another action's in turns, so that a busy machine is busy for
 * both.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  createRunnerDirectory,
  inputVariables,
  runnerEnvironment,
} from '../simulator/demo/runner-environment.js'
import { files, inputs } from '../simulator/scenarios/web-service.js'
import { median } from './figures.js'
import { number, table } from './table.js'

const rounds = 15

interface Start {
  readonly milliseconds: number
  /** processor time of its main thread; undefined where the system does not report it */
  readonly processor: number | undefined
  /** the peak memory of the process until then; likewise */
  readonly mebibytes: number | undefined
}

interface Contender {
  readonly name: string
  readonly main: string
  readonly starts: Start[]
}

export async function benchStart(print: (text: string) => void, options: readonly string[]): Promise<void> {
  const contenders: Contender[] = [{ name: 'this action', main: resolve('dist/index.js'), starts: [] }]
  // Other options belong to other benchmarks.
  const { peer } = parseArgs({
    args: [...options],
    options: { peer: { type: 'string' } },
    strict: false,
  }).values
  if (peer === true) throw new Error('--peer needs the main file of another action: PATH/dist/index.js')
  if (peer) contenders.push({ name: 'peer', main: resolve(peer), starts: [] })
  print(`Node ${process.version}, ${cpus().length} cores; medians of ${rounds} starts each, in turns\n`)
  // Not counted: the first start of each reads its files from disk.
  for (let round = -1; round < rounds; round += 1) {
    for (const { main, starts } of contenders) {
      const start = await startOnce(main)
      if (round >= 0) starts.push(start)
    }
  }
  print(await startTable(contenders))
}

async function startTable(contenders: readonly Contender[]): Promise<string> {
  const [first] = contenders.map(({ starts }) => median(starts.map(({ milliseconds }) => milliseconds)))
  const rows = await Promise.all(
    contenders.map(async ({ name, main, starts }) => {
      const time = median(starts.map(({ milliseconds }) => milliseconds))
      const memory = median(starts.flatMap(({ mebibytes }) => mebibytes ?? []))
      const processor = median(starts.flatMap(({ processor }) => processor ?? []))
      const { size } = await stat(main)
      return [
        name,
        number(time, 0),
        number(time && first && time / first, 2),
        number(processor, 0),
        number(memory, 0),
        number(size / 1_048_576),
        number((await scriptsIn(dirname(main))) / 1_048_576),
      ]
    }),
  )
  return table(
    [
      '',
      'first request after ms',
      'against ours',
      'processor ms',
      'memory MiB',
      'main file MiB',
      'all scripts MiB',
    ],
    rows,
  )
}

/** Of the folder itself: subfolders are no part of the step. */
async function scriptsIn(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter(name => /\.[cm]?js$/.test(name))
  const sizes = await Promise.all(names.map(async name => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Starts the step as a runner does and kills it at its first request. */
async function startOnce(main: string): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'))
  const server = await listen()
  try {
    const runner = await createRunnerDirectory(folder, { workspaceFiles: files, event: {} })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const env = {
      ...runnerEnvironment(folder, runner),
      ...inputVariables(inputs),
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'simulated',
    }
    const firstRequest = new Promise<number>(found => server.once('request', () => found(performance.now())))
    const begun = performance.now()
    const step = spawn(process.execPath, [main], { env, cwd: runner.workspace, stdio: 'ignore' })
    const ended = new Promise<never>((_, fail) =>
      step.once('exit', code =>
        fail(new Error(`${main} ended with ${code} before its first request to AWS`)),
      ),
    )
    // Killed on purpose after its first request: no failure.
    ended.catch(() => {})
    const at = await Promise.race([firstRequest, ended])
    const [mebibytes, processor] = await Promise.all([peakMemory(step.pid), processorTime(step.pid)])
    step.kill('SIGKILL')
    await ended.catch(() => {})
    return { milliseconds: at - begun, processor, mebibytes }
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Never answers: the step waits until it is killed. */
async function listen(): Promise<Server> {
  const server = createServer()
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return server
}

/** Linux keeps the peak in /proc. */
async function peakMemory(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024
}

/** Linux counts it in nanoseconds, for the first thread of the process. */
async function processorTime(pid: number | undefined): Promise<number | undefined> {
  const counts = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '')
  const nanoseconds = /^\d+/.exec(counts)?.[0]
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1_000_000
}
