/**
 * Runs an action as the GitHub runner does: inputs in environment variables, results in files and log lines.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import {
  createRunnerDirectory,
  inputVariables,
  type RunnerDirectory,
  runnerEnvironment,
  stateVariables,
} from './runner-environment.js'
import { parseRunnerFile } from './runner-file.js'
import { type Annotation, type LogEntry, StepLog } from './step-log.js'

export interface ActionOptions {
  readonly main: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly workspaceFiles?: Readonly<Record<string, string>>
  readonly event?: object
  readonly state?: Readonly<Record<string, string>>
  /** URL of a module to preload. */
  readonly preload?: string
  /** By default a temporary directory, removed at the end. */
  readonly directory?: string
  readonly onEntry?: (entry: LogEntry) => void
}

export interface ActionRun {
  /** Null after a signal. */
  readonly exitCode: number | null
  /** Secrets are masked. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly state: Readonly<Record<string, string>>
}

export interface RunningAction {
  signal(name: NodeJS.Signals): void
  /** SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later. */
  cancel(): void
  /** Like a runner that loses its connection. */
  closeLog(): void
  readonly finished: Promise<ActionRun>
}

export async function runAction(options: ActionOptions): Promise<ActionRun> {
  return (await startAction(options)).finished
}

export async function startAction(options: ActionOptions): Promise<RunningAction> {
  const { workspaceFiles = {}, event = {} } = options
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'action-run-')))
  const runner = await createRunnerDirectory(directory, { workspaceFiles, event })
  const child = spawnAction(options, { directory, runner })
  const log = new StepLog()
  const lines: string[] = []
  const logClosed = new AbortController()
  const follow = async (stream: Readable) => {
    for await (const line of createInterface({ input: stream, signal: logClosed.signal })) {
      const entry = log.add(line)
      lines.push(line)
      if (entry) options.onEntry?.(entry)
    }
  }
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))

  async function finish(): Promise<ActionRun> {
    try {
      const [exitCode] = await Promise.all([exit, follow(child.stdout), follow(child.stderr)])
      const results = await readResults(runner)
      return { exitCode, log: log.mask(lines.join('\n')), annotations: log.annotations, ...results }
    } finally {
      if (!options.directory) await rm(directory, { recursive: true, force: true })
    }
  }

  function closeLog(): void {
    logClosed.abort()
    for (const stream of [child.stdout, child.stderr]) stream.destroy()
  }

  return { signal: name => child.kill(name), cancel: () => cancel(child), closeLog, finished: finish() }
}

function spawnAction(
  { main, inputs = {}, env = {}, state = {}, preload }: ActionOptions,
  { directory, runner }: { directory: string; runner: RunnerDirectory },
) {
  const preloadArguments = preload === undefined ? [] : ['--import', preload]
  return spawn(process.execPath, [...preloadArguments, main], {
    cwd: runner.workspace,
    env: {
      ...runnerEnvironment(directory, runner),
      ...inputVariables(inputs),
      ...stateVariables(state),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function readResults({
  files,
}: RunnerDirectory): Promise<Pick<ActionRun, 'outputs' | 'state' | 'summary'>> {
  return {
    outputs: parseRunnerFile(await readFile(files.output, 'utf8')),
    state: parseRunnerFile(await readFile(files.state, 'utf8')),
    summary: await readFile(files.summary, 'utf8'),
  }
}

/** The delays of the runner's ProcessInvoker. */
function cancel(child: ReturnType<typeof spawn>): void {
  child.kill('SIGINT')
  const term = setTimeout(() => child.kill('SIGTERM'), 7_500)
  const kill = setTimeout(() => child.kill('SIGKILL'), 10_000)
  child.on('close', () => {
    clearTimeout(term)
    clearTimeout(kill)
  })
}
