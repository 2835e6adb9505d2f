/** The simulator as a process that outlives the step, and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** As `serve --json` prints it. */
export interface Ready {
  readonly url: string
  readonly port: number
  readonly region: string
  readonly account: string
  readonly environment: Readonly<Record<string, string>>
  /** By which Node programs follow its time. */
  readonly clock: Readonly<Record<string, string>>
}

/**
 * In a process group of its own, so that a canceled step does not take it along. The runner ends it with the job even
 * where no post step does, by RUNNER_TRACKING_ID in its environment.
 */
export function startServer(
  program: string,
  args: readonly string[],
  { cwd, logFile }: { readonly cwd: string; readonly logFile: string },
): ChildProcess {
  const log = openSync(logFile, 'a')
  try {
    return spawn(process.execPath, [program, 'serve', '--json', ...args], {
      cwd,
      detached: true,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

const pauseMs = 50

/** What the server says of itself once it answers; undefined if it ended or did not answer in time. */
export async function waitUntilReady(
  child: ChildProcess,
  { logFile, deadlineMs }: { readonly logFile: string; readonly deadlineMs: number },
): Promise<Ready | undefined> {
  let failed = false
  child.once('error', () => {
    failed = true
  })
  const end = performance.now() + deadlineMs
  while (performance.now() < end && !failed && child.exitCode === null && child.signalCode === null) {
    const ready = readReady(logFile)
    if (ready !== undefined && (await isHealthy(ready.url))) return ready
    await sleep(pauseMs)
  }
  return undefined
}

function readReady(logFile: string): Ready | undefined {
  const complete = readFileSync(logFile, 'utf8').split('\n').slice(0, -1)
  const line = complete.find(text => text.startsWith('{"event":"ready"'))
  return line === undefined ? undefined : JSON.parse(line)
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

/**
 * True once nothing listens any more. The process itself says less: in a container, nobody may reap it.
 * Kills what does not end by itself within `graceMs`.
 */
export async function stopServer(pid: number, url: string | undefined, graceMs = 5_000): Promise<boolean> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!sendSignal(pid, signal)) return true
    const end = performance.now() + graceMs
    while (performance.now() < end) {
      if (url === undefined ? !isAlive(pid) : !(await isListening(url))) return true
      await sleep(pauseMs)
    }
  }
  return false
}

/** False if there is no such process. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

/** One that has ended and that nobody reaps is not. */
export function isAlive(pid: number): boolean {
  if (!sendSignal(pid, 0)) return false
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

export function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), timeout: 1_000 })
    const end = (listening: boolean) => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
