/** Every world against the simulator: held to its course, and compared with transcripts. */
import { fileURLToPath } from 'node:url'
import { inLanes } from '../bench/lanes.js'
import { awsCli } from './aws-cli.js'
import { checkCourse } from './check-course.js'
import type { Command } from './command-line.js'
import { compareFolder } from './compare-folder.js'
import { knownDifferences } from './known-differences.js'
import { comparisonLines, isAsExpected, type Result, worldLines } from './result.js'
import { playSimulated } from './simulated.js'
import { writeTranscripts } from './transcript.js'

/** What is public of real answers; docs/simulator/conformance.md lists it. */
const capturesFolder = fileURLToPath(new URL('../../conformance/captures', import.meta.url))

export async function runSimulated(
  command: Extract<Command, { readonly kind: 'simulated' }>,
  { print, signal }: { readonly print: (text: string) => void; readonly signal: AbortSignal },
): Promise<number> {
  const { worlds, parallel, out, against, isJson } = command
  const say = isJson ? () => {} : print
  const client = await awsCli({ environment: process.env }).version()
  const date = new Date().toISOString().slice(0, 10)
  say(`${worlds.length} ${worlds.length === 1 ? 'world' : 'worlds'} against the simulator, by ${client}`)
  const played = await inLanes(
    parallel,
    worlds.map(world => async () => {
      const transcript = await playSimulated(world, { client, date, signal })
      const result = {
        world: world.name,
        facts: checkCourse(world, transcript),
        incomplete: transcript.incomplete,
      }
      for (const line of worldLines(result)) say(line)
      return { transcript, result }
    }),
  )
  const simulated = played.map(({ transcript }) => transcript)
  if (out !== undefined) writeTranscripts(out, simulated)
  const folders = [capturesFolder, ...against]
  const result: Result = {
    worlds: played.map(world => world.result),
    comparisons: folders.map(folder => compareFolder(folder, { worlds, simulated, known: knownDifferences })),
  }
  say('')
  say('Compared with:')
  for (const line of result.comparisons.flatMap(comparisonLines)) say(line)
  if (isJson) print(JSON.stringify(result, null, 2))
  if (signal.aborted) return 130
  return isAsExpected(result) ? 0 : 1
}
