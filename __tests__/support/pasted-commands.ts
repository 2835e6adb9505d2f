/** Commands of a page as a reader would paste them, with stand-ins for the programs that they call. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface Call {
  readonly program: string
  readonly words: readonly string[]
}

export interface PasteOptions {
  /** a folder whose files are there */
  readonly files?: string
  /** called before all of it is removed */
  readonly inspect?: (folder: string) => void
}

/** What was called, in order. `answers` is what each program prints, whatever it is asked. */
export function runPasted(
  script: string,
  answers: Readonly<Record<string, string>>,
  { files, inspect }: PasteOptions = {},
): readonly Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'pasted-'))
  const calls = join(folder, 'calls.jsonl')
  try {
    if (files) cpSync(files, folder, { recursive: true })
    for (const [program, answer] of Object.entries(answers))
      standIn(join(folder, program), program, calls, answer)
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` }
    const ran = spawnSync('sh', ['-euc', script], { cwd: folder, env, encoding: 'utf8' })
    if (ran.error || ran.status !== 0 || ran.stderr)
      throw ran.error ?? new Error(`${ran.status} ${ran.stderr}`)
    inspect?.(folder)
    if (!existsSync(calls)) return []
    return readFileSync(calls, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function standIn(path: string, program: string, calls: string, answer: string): void {
  const lines = [
    `#!${process.execPath}`,
    `const call = { program: ${JSON.stringify(program)}, words: process.argv.slice(2) }`,
    `require('node:fs').appendFileSync(${JSON.stringify(calls)}, JSON.stringify(call) + '\\n')`,
    `console.log(${JSON.stringify(answer)})`,
  ]
  writeFileSync(path, lines.join('\n'))
  chmodSync(path, 0o755)
}
