/** The simulator as a process of its own, as people run it, and what the system says of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** Ticks a second of Linux in /proc. */
const ticks = 100

export interface ServedWorld {
  readonly url: string
  /** seconds until it was ready */
  readonly startedIn: number
  /** seconds of processor time so far; undefined where there is no /proc */
  processorSeconds(): Promise<number | undefined>
  /** the most that it has used; likewise */
  peakMebibytes(): Promise<number | undefined>
  close(): Promise<void>
}

export async function serveWorld(file: string, speed: number): Promise<ServedWorld> {
  const start = performance.now()
  const options = ['serve', '--world', file, '--speed', String(speed), '--json']
  const child = spawn(process.execPath, ['dist/simulator/main.js', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  return {
    url,
    startedIn: (performance.now() - start) / 1000,
    processorSeconds: async () => {
      const fields = (await proc(child, 'stat'))?.split(') ')[1]?.split(' ')
      return fields && (Number(fields[11]) + Number(fields[12])) / ticks
    },
    peakMebibytes: async () => {
      const kilobytes = /VmHWM:\s+(\d+) kB/.exec((await proc(child, 'status')) ?? '')?.[1]
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
    },
    close: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Its other lines are read, so that it can go on writing. */
async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output of the simulator')
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve, reject) => {
    lines.on('line', line => {
      const { event, url } = JSON.parse(line) as { readonly event: string; readonly url: string }
      if (event === 'ready') resolve(url)
    })
    child.once('exit', code => reject(new Error(`the simulator ended with exit code ${code}`)))
  })
}

function proc({ pid }: ChildProcess, file: string): Promise<string | undefined> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => undefined)
}
