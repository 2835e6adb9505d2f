import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Command, readCommandLine, usage } from './command-line.js'
import { controlSchemaFile } from './control/bodies.js'
import { demo } from './demo/demo.js'
import { paintFor } from './demo/paint.js'
import { summaryPage } from './demo/summary-page.js'
import type { Scenario } from './scenarios/scenario.js'
import { scenarios } from './scenarios/scenarios.js'
import { serve } from './serve.js'
import { UsageError } from './usage.js'
import { openSource } from './world/open-source.js'
import { printWorld } from './world/print-world.js'
import { WorldFileError } from './world/read-world.js'
import { worldSchemaFile } from './world/schema/world-schema-file.js'

/** The same from lib/simulator/ and dist/simulator/. */
const root = join(import.meta.dirname, '..', '..')
const preload = pathToFileURL(join(import.meta.dirname, 'time', 'time-warp.js')).href
const mermaidFile = join(root, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js')
const print = (text: string) => console.log(text)

type CommandOf<Kind> = Extract<Command, { readonly kind: Kind }>

async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      print(usage)
      return 0
    case 'list':
      printList()
      return 0
    case 'demo':
      return runDemo(command)
    case 'serve':
      return runServer(command)
    case 'print-world':
      process.stdout.write(printWorld(scenarioNamed(command.scenario)))
      return 0
    case 'print-schema':
      process.stdout.write(command.of === 'world' ? worldSchemaFile() : controlSchemaFile())
      return 0
  }
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

async function runServer({ source, ...command }: CommandOf<'serve'>): Promise<number> {
  const world = await openSource(source, { ...command, scenarioNamed })
  const server = await serve({ ...command, ...world, preload, print })
  await new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await server.close()
  return 0
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

function printList(): void {
  const all = Object.values(scenarios)
  const width = Math.max(...all.map(({ name }) => name.length))
  for (const { name, outcome, title, during } of all) {
    print(`${name.padEnd(width)}  ${outcome.padEnd(11)}  ${title}`)
    if (during) print(`${' '.repeat(width + 2 + 11)}  ${during}`)
  }
}

try {
  process.exitCode = await run(readCommandLine(process.argv.slice(2), Object.keys(scenarios)))
} catch (error) {
  console.error(mistakeOf(error))
  process.exitCode = 2
}

/** In plain words; anything else is a defect. */
function mistakeOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof WorldFileError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'the port is in use; omit --port to use a free one'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such --host'
  throw error
}
