import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Command, readCommandLine, usage } from './command-line.js'
import { demo } from './demo/demo.js'
import { paintFor } from './demo/paint.js'
import { summaryPage } from './demo/summary-page.js'
import { mistakeOf, runServeRequest } from './run-serve.js'
import type { Scenario } from './scenarios/scenario.js'
import { scenarios } from './scenarios/scenarios.js'
import { UsageError } from './usage.js'

/** The same from lib/simulator/ and dist/simulator/. */
const root = join(import.meta.dirname, '..', '..')
const preload = pathToFileURL(join(import.meta.dirname, 'time', 'time-warp.js')).href
const mermaidFile = join(root, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js')
const print = (text: string) => console.log(text)

type CommandOf<Kind> = Extract<Command, { readonly kind: Kind }>

async function run(command: Command): Promise<number> {
  if (command.kind === 'demo') return runDemo(command)
  return runServeRequest(command, { usage, preload, print })
}

async function runDemo({ scenario, speed, html }: CommandOf<'demo'>): Promise<number> {
  // Ctrl-C also reaches the action; a second one ends the demo.
  process.once('SIGINT', () => {})
  const isCorrect = await demo({
    scenario: scenarioNamed(scenario),
    speed,
    actionDirectory: root,
    preload,
    print,
    paint: paintFor(process.stdout, process.env),
    writePage: html === undefined ? undefined : pageWriter(html),
  })
  return isCorrect ? 0 : 1
}

/** Bundling Mermaid would double the size of this program. */
function pageWriter(file: string) {
  return async (title: string, markdown: string) => {
    const style = await readFile(styleFile(), 'utf8')
    const mermaid = existsSync(mermaidFile) ? await readFile(mermaidFile, 'utf8') : undefined
    try {
      await writeFile(file, summaryPage({ title, markdown, style, mermaid }))
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^\w+: |, open .*$/g, '') : String(error)
      throw new UsageError(`the page cannot be written: ${reason}, ${file}`)
    }
    print(`\nwritten to ${file}`)
  }
}

function styleFile(): string {
  const bundled = join(import.meta.dirname, 'github-markdown.css')
  return existsSync(bundled)
    ? bundled
    : join(root, 'node_modules', 'github-markdown-css', 'github-markdown.css')
}

function scenarioNamed(name: string): Scenario {
  return scenarios[name] as Scenario
}

try {
  process.exitCode = await run(readCommandLine(process.argv.slice(2), Object.keys(scenarios)))
} catch (error) {
  console.error(mistakeOf(error))
  process.exitCode = 2
}
