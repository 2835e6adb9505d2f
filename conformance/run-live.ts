/** Records in a real account, after it has said what that means, and removes leftovers of such recordings. */
import { createInterface } from 'node:readline/promises'
import { type AwsCli, awsCli } from './aws-cli.js'
import { checkCourse } from './check-course.js'
import { cleanUp, findRuns } from './clean-up.js'
import type { Command } from './command-line.js'
import { costText } from './cost.js'
import { playLive, sleepSeconds } from './live.js'
import { newClusterName } from './owned.js'
import { failedFacts, worldLines } from './result.js'
import { type Transcript, writeTranscripts } from './transcript.js'

export interface Surface {
  readonly print: (text: string) => void
  readonly signal: AbortSignal
  readonly environment: NodeJS.ProcessEnv
}

type Live = Extract<Command, { readonly kind: 'live' }>
type CleanUpCommand = Extract<Command, { readonly kind: 'clean-up' }>

/** Returns the exit code. */
export async function runLive(command: Live, { print, signal, environment }: Surface): Promise<number> {
  const { worlds, prefix, region, isConfirmed, out = 'conformance-transcripts' } = command
  const cli = awsCli({ environment, region })
  const account = await cli.account()
  const endpoint = environment.AWS_ENDPOINT_URL_ECS ?? environment.AWS_ENDPOINT_URL
  if (endpoint !== undefined) print(`Calls go to ${endpoint}, as AWS_ENDPOINT_URL says: that is not AWS.`)
  const minutes = Math.max(...worlds.map(world => world.minutes))
  print(
    `${worlds.length} worlds in account ${account}${region ? `, ${region}` : ''}: ${worlds.map(({ name }) => name).join(', ')}`,
  )
  print(`Time: about ${minutes} minutes, and a few more to remove everything.`)
  print(`Cost: ${costText(worlds)}.`)
  if (!isConfirmed && !(await confirm(prefix, signal))) return notConfirmed(print)
  const cluster = newClusterName(prefix)
  let isClean = true
  const transcripts = await playLive(worlds, {
    ...command,
    cli,
    account,
    cluster,
    source: {
      kind: endpoint === undefined ? 'account' : 'endpoint',
      client: await cli.version(),
      date: new Date().toISOString().slice(0, 10),
    },
    signal,
    print,
    onTranscript: transcript => {
      writeTranscripts(out, [transcript])
      printCourse(command, transcript, print)
    },
    onRemains: remains => {
      isClean = printRemains(remains, { print, prefix })
    },
  })
  print(
    `The transcripts are in ${out}. Compare the simulator with them: npm run conformance -- --against ${out}`,
  )
  if (signal.aborted) return 130
  const isComplete = transcripts.every(({ incomplete }) => incomplete === undefined)
  return isClean && isComplete ? 0 : 1
}

function printCourse({ worlds }: Live, transcript: Transcript, print: (text: string) => void): void {
  const world = worlds.find(({ name }) => name === transcript.world)
  if (world === undefined) return
  const result = {
    world: world.name,
    facts: checkCourse(world, transcript),
    incomplete: transcript.incomplete,
  }
  for (const line of worldLines(result)) print(line)
  if (failedFacts(result).length > 0 && transcript.incomplete === undefined)
    print('    AWS answers otherwise than this program expects: please report it with the transcript.')
}

/** Returns the exit code. */
export async function runCleanUp(command: CleanUpCommand, surface: Surface): Promise<number> {
  const { prefix, region, isConfirmed } = command
  const { print, signal, environment } = surface
  const cli: AwsCli = awsCli({ environment, region })
  const clusters = await findRuns({ cli }, prefix)
  if (clusters.length === 0) {
    print(`Nothing is left of runs with the prefix ${prefix}.`)
    return 0
  }
  print(`Left of runs with the prefix ${prefix}: ${clusters.join(', ')}`)
  if (!isConfirmed && !(await confirm(prefix, signal))) return notConfirmed(print)
  const remains: string[] = []
  for (const cluster of clusters)
    remains.push(...(await cleanUp(cluster, { cli, print, wait: sleepSeconds })))
  return printRemains(remains, { print, prefix }) ? 0 : 1
}

/** Whether nothing remains. */
function printRemains(
  remains: readonly string[],
  { print, prefix }: { readonly print: (text: string) => void; readonly prefix: string },
): boolean {
  if (remains.length === 0) return true
  print('Not removed:')
  for (const line of remains) print(`    ${line}`)
  print(`Try again: npm run conformance -- --clean-up --cluster-prefix ${prefix}`)
  return false
}

async function confirm(prefix: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(`Type the prefix (${prefix}) to go on: `, { signal })) === prefix
  } catch {
    return false
  } finally {
    terminal.close()
  }
}

function notConfirmed(print: (text: string) => void): number {
  print('Not confirmed: nothing was changed. Without a terminal, confirm with --yes.')
  return 2
}
