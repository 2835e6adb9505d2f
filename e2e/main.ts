/** Runs workflows on a real runner against the simulator: all of them, or those whose path contains an argument. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findAct } from './act-program.js'
import { exampleCases } from './example-cases.js'
import { play } from './play.js'
import { recipeCases } from './recipe-cases.js'
import { workflowCases } from './workflow-cases.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const wanted = process.argv.slice(2)
const cases = [...workflowCases, ...exampleCases, ...recipeCases].filter(
  ({ workflow }) => wanted.length === 0 || wanted.some(part => workflow.includes(part)),
)
// The runner starts actions with the Node that it finds first.
process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
const act = findAct(root, console.log)

let failed = 0
for (const one of cases) {
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'))
  const start = performance.now()
  try {
    const wrong = await play(one, { root, act, scratch }).catch(error => [String(error)])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${wrong.length === 0 ? '✓' : '✗'} ${one.workflow}: ${one.shows} (${seconds} s)`)
    if (wrong.length === 0) continue
    failed += 1
    for (const line of wrong) console.log(`    ${line}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
console.log(`${cases.length - failed} passed, ${failed} failed`)
if (failed > 0 || cases.length === 0) process.exitCode = 1
