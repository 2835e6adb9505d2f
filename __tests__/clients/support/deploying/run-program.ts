import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Says } from './deploying-client.js'

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string
}

/** What it printed is shown where it fails unexpectedly: by `saysOf`. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env, cwd }: ProgramOptions,
): Promise<{ readonly says: Says; readonly output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { env, cwd, encoding: 'utf8' })
    return { says: 'succeeded', output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string }
    // A program that could not be run says nothing.
    if (typeof code !== 'number') throw error
    return { says: 'failed', output: stdout + stderr }
  }
}
