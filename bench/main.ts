/** `npm run bench [-- NAME] [options]`: all figures, or those of one benchmark. */
import { choose, type Name, names } from './choice.js'
import { benchSteps } from './fleet-steps.js'
import { benchSimulator } from './simulator-load.js'
import { benchStart } from './start.js'
import { benchVerdict } from './verdict.js'
import { benchWatch } from './watch.js'

type Bench = (print: (text: string) => void, options: readonly string[]) => Promise<void>

const benches: Readonly<Record<Name, Bench>> = {
  start: benchStart,
  watch: benchWatch,
  fleet: benchSteps,
  verdict: benchVerdict,
  simulator: benchSimulator,
}

const choice = choose(process.argv.slice(2))
if (choice) {
  for (const name of choice.chosen) {
    if (choice.chosen.length > 1) console.log(`\n# ${name}\n`)
    await benches[name](text => console.log(text), choice.options)
  }
} else {
  console.error(`Which one? npm run bench -- ${names.join(' | ')}`)
  process.exitCode = 2
}
