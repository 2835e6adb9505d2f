/** Runs one of the project's own programs as a user would, with the Node that runs the tests. */
import { spawnSync } from 'node:child_process'

export interface Ran {
  readonly code: number | null
  readonly output: string
}

export function run(program: string, args: readonly string[], cwd = '.'): Ran {
  const ran = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' })
  if (ran.error) throw ran.error
  return { code: ran.status, output: ran.stdout + ran.stderr }
}
