/** `npm run bench -- NAME [options]` */
import { benchStart } from './start.js'
import { benchVerdict } from './verdict.js'
import { benchWatch } from './watch.js'

type Bench = (print: (text: string) => void, options: readonly string[]) => Promise<void>

const benches: Readonly<Record<string, Bench>> = {
  start: benchStart,
  verdict: benchVerdict,
  watch: benchWatch,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) {
  await bench(text => console.log(text), process.argv.slice(3))
} else {
  console.error(`Which one? npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 2
}
