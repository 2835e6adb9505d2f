/** `npm run bench -- NAME` */
import { benchWatch } from './watch.js'

const benches: Readonly<Record<string, (print: (text: string) => void) => Promise<void>>> = {
  watch: benchWatch,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) {
  await bench(text => console.log(text))
} else {
  console.error(`Which one? npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 2
}
