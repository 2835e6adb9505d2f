/** Pages of docs/ whose commands and programs run as they stand: beside a simulator that starts as the page says. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../simulator/main.js', import.meta.url))
const start = /^npm run simulator -- (.*)$/m
/** The port that pages choose; tests take a free one. */
const documentedPort = '4566'

/** The blocks of shell commands of a page, or of a part of it, in order. */
export function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)].map(([, indent = '', script = '']) =>
    script.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
}

/** Blocks that follow a line such as "In `main.tf`:", by that name. */
function filesIn(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/`([\w-]+\.\w+)`[^`\n]*:\n\n```\w+\n([\s\S]*?)^```$/gm)
  return new Map([...blocks].map(([, name = '', content = '']) => [name, content]))
}

export interface ServedSimulator {
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
  /** By these, a Node program follows its time. */
  readonly clock: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** As `npm run simulator --` starts it. */
export async function serveAsUsersDo(args: readonly string[]): Promise<ServedSimulator> {
  const child = spawn(process.execPath, [main, 'serve', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  return {
    ...JSON.parse(value ?? '{}'),
    stop: async () => {
      child.kill('SIGTERM')
      await exit
    },
  }
}

export interface Ran {
  readonly code: number
  readonly output: string
}

/** In a shell that ends at the first command that fails. */
async function runShell(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { code, output }
}

export interface DocumentedPage {
  /** Where its commands run; its files are there. */
  readonly folder: string
  /** Runs a block of its commands: 0 is the first after those that start the simulator and set the variables. */
  run(block: number, environment?: Readonly<Record<string, string>>): Promise<Ran>
  close(): Promise<void>
}

/** The simulator of the page runs until `close()`. */
export async function openPage(path: string): Promise<DocumentedPage> {
  const text = readFileSync(path, 'utf8')
  const all = commandsIn(text)
  const [, args = ''] = start.exec(all.find(script => start.test(script)) ?? '') ?? []
  const variables = all.filter(script => script.startsWith('export ')).join('')
  const steps = all.filter(script => !start.test(script) && !script.startsWith('export '))
  if (args === '' || variables === '') throw new Error(`${path} does not say how to start or to connect`)

  const { url, stop } = await serveAsUsersDo(args.replace(documentedPort, '0').split(/\s+/))
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  for (const [name, content] of filesIn(text)) writeFileSync(join(folder, name), content)
  const here = (script: string) => script.replaceAll(documentedPort, new URL(url).port)
  return {
    folder,
    run: async (block, environment) => {
      const script = steps[block]
      if (script === undefined) throw new Error(`${path} has no block ${block}`)
      return runShell(here(variables + script), {
        cwd: folder,
        env: { ...environmentOfPages, ...environment },
      })
    },
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What a page does not set is as on a machine without AWS. */
const environmentOfPages = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_PAGER: '',
}
