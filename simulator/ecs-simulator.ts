/** The package ecs-simulator: its program, and what tests in Node import. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readServeLine, serveUsage } from './command-line.js'
import { mistakeOf, runServeRequest } from './run-serve.js'
import { scenarios } from './scenarios/scenarios.js'

export { type Simulator, type SimulatorOptions, startSimulator } from './start-simulator.js'
export type { Change, WorldDescription } from './world/description.js'

/** `npx ecs-simulator serve …`. Returns the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const preload = pathToFileURL(join(import.meta.dirname, 'time', 'time-warp.js')).href
  try {
    const request = readServeLine(args, Object.keys(scenarios))
    return await runServeRequest(request, {
      usage: serveUsage('npx ecs-simulator serve'),
      preload,
      print: text => console.log(text),
    })
  } catch (error) {
    console.error(mistakeOf(error))
    return 2
  }
}
