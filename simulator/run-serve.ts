/** What the command serve does. */
import { controlSchemaFile } from './control/bodies.js'
import type { Scenario } from './scenarios/scenario.js'
import { scenarios } from './scenarios/scenarios.js'
import { serve } from './serve.js'
import type { ServeCommand, ServeRequest } from './serve-command.js'
import { UsageError } from './usage.js'
import { openSource } from './world/open-source.js'
import { printWorld } from './world/print-world.js'
import { WorldFileError } from './world/read-world.js'
import { worldSchemaFile } from './world/schema/world-schema-file.js'

export interface ServeProgram {
  readonly usage: string
  /** URL of time-warp.js. */
  readonly preload: string
  readonly print: (text: string) => void
}

/** Returns the exit code. */
export async function runServeRequest(request: ServeRequest, program: ServeProgram): Promise<number> {
  switch (request.kind) {
    case 'help':
      program.print(program.usage)
      return 0
    case 'list':
      printList(program, request.json)
      return 0
    case 'serve':
      return runServer(request, program)
    case 'print-world':
      process.stdout.write(printWorld(scenarioNamed(request.scenario)))
      return 0
    case 'print-schema':
      process.stdout.write(request.of === 'world' ? worldSchemaFile() : controlSchemaFile())
      return 0
  }
}

/** In plain words; anything else is a defect. */
export function mistakeOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof WorldFileError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'the port is in use; omit --port to use a free one'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such --host'
  throw error
}

async function runServer({ source, ...command }: ServeCommand, program: ServeProgram): Promise<number> {
  const world = await openSource(source, { ...command, scenarioNamed })
  const server = await serve({ ...command, ...world, ...program })
  await new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await server.close()
  return 0
}

function scenarioNamed(name: string): Scenario {
  return scenarios[name] as Scenario
}

function printList({ print }: ServeProgram, json: boolean): void {
  const all = Object.values(scenarios)
  if (json) {
    for (const { name, outcome, title } of all) print(JSON.stringify({ name, outcome, title }))
    return
  }
  const width = Math.max(...all.map(({ name }) => name.length))
  for (const { name, outcome, title, during } of all) {
    print(`${name.padEnd(width)}  ${outcome.padEnd(11)}  ${title}`)
    if (during) print(`${' '.repeat(width + 2 + 11)}  ${during}`)
  }
}
