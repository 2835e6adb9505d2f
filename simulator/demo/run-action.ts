/**
 * Runs the JavaScript of an action in a child process as the GitHub runner does: inputs and context in
 * environment variables, results in files and log lines.
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
  /** The `main` or `post` file of action.yml. */
  readonly main: string
  /** Every input, including defaults. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Overrides the runner's own variables. */
  readonly env?: Readonly<Record<string, string>>
  readonly workspaceFiles?: Readonly<Record<string, string>>
  /** The payload of the triggering event. */
  readonly event?: object
  /** The state that main saved, for the post step. */
  readonly state?: Readonly<Record<string, string>>
  /** URL of a module to preload. */
  readonly preload?: string
  /** Kept afterwards if set; otherwise a temporary directory is used and removed. */
  readonly directory?: string
  readonly onEntry?: (entry: LogEntry) => void
}

export interface ActionRun {
  /** Null if a signal ended the process. */
  readonly exitCode: number | null
  /** The log with masked secrets. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly state: Readonly<Record<string, string>>
}

export interface RunningAction {
  signal(name: NodeJS.Signals): void
  /** Cancels as the runner does: SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later. */
  cancel(): void
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
  const follow = async (stream: Readable) => {
    for await (const line of createInterface({ input: stream })) {
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

  return { signal: name => child.kill(name), cancel: () => cancel(child), finished: finish() }
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
