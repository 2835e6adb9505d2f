/** What the main step takes of the machine: peak memory, and processor time, which does not grow when others are busy. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ProcessUsage {
  readonly mebibytes: number
  readonly cpuMilliseconds: number
}

const preload = new URL('process-usage-preload.js', import.meta.url).href

/** `work` starts the step with these variables. */
export async function withUsage<T>(
  work: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T & { readonly usage: ProcessUsage }> {
  const folder = await mkdtemp(join(tmpdir(), 'usage-'))
  try {
    const result = await work({ NODE_OPTIONS: `--import=${preload}`, PROCESS_USAGE: folder })
    return { ...result, usage: JSON.parse(await readFile(join(folder, 'index.js.json'), 'utf8')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
