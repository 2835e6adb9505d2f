/** `npm run conformance` (docs/simulator/conformance.md). */
import { CliError } from './aws-cli.js'
import { type Command, readCommand } from './command-line.js'
import { runCleanUp, runLive } from './run-live.js'
import { runSimulated } from './run-simulated.js'
import { usage } from './usage.js'
import { worlds } from './worlds.js'

const print = (text: string) => console.log(text)
const interruption = new AbortController()
let interruptedAt: number | undefined

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt(signal))

/** npm passes a Ctrl-C on that the terminal has sent to this program as well. */
const repeatedWithinMs = 1_000

/** The first lets the run end and clean up; a second one ends at once. */
function interrupt(signal: string): void {
  const now = Date.now()
  if (interruptedAt === undefined) {
    interruptedAt = now
    interruption.abort()
    print(`${signal}: no more calls of worlds; what was created is removed. Once more ends at once.`)
  } else if (now - interruptedAt > repeatedWithinMs) {
    print('Ended before everything was removed: --clean-up removes the rest.')
    process.exit(130)
  }
}

async function perform(command: Command): Promise<number> {
  const surface = { print, signal: interruption.signal, environment: process.env }
  switch (command.kind) {
    case 'help':
      print(usage)
      return 0
    case 'list':
      for (const { name, shows, minutes, steps, course } of worlds)
        print(
          `${name.padEnd(24)}${shows} (${steps.length} steps, ${course.length} facts; live about ${minutes} min)`,
        )
      return 0
    case 'wrong':
      for (const problem of command.problems) console.error(problem)
      console.error('npm run conformance -- --help')
      return 2
    case 'simulated':
      return runSimulated(command, surface)
    case 'live':
      return runLive(command, surface)
    case 'clean-up':
      return runCleanUp(command, surface)
  }
}

try {
  process.exitCode = await perform(readCommand(process.argv.slice(2), process.env))
} catch (error) {
  if (!(error instanceof CliError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
