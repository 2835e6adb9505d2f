/** Runs workflows on a real runner against the simulator: all of them, or those whose path contains an argument. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findAct } from './act-program.js'
import type { Requirement } from './case.js'
import { exampleCases } from './example-cases.js'
import { hasAllOfficialActions } from './official-actions.js'
import { officialCases } from './official-cases.js'
import { play } from './play.js'
import { recipeCases } from './recipe-cases.js'
import { simulatorCases } from './simulator-cases.js'
import { terraformPlugins } from './terraform-plugins.js'
import { workflowCases } from './workflow-cases.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const wanted = process.argv.slice(2)
const allCases = [...workflowCases, ...exampleCases, ...recipeCases, ...simulatorCases, ...officialCases]
const cases = allCases.filter(
  ({ workflow }) => wanted.length === 0 || wanted.some(part => workflow.includes(part)),
)
// The runner starts actions with the Node that it finds first.
process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
if (cases.length === 0) {
  console.log(
    `No workflow with a case in e2e/*-cases.ts has ${wanted.join(' or ')} in its path. Those with one:`,
  )
  for (const path of new Set(allCases.map(({ workflow }) => workflow))) console.log(`  ${path}`)
  process.exit(1)
}
const act = findAct(root, console.log)
const plugins = terraformPlugins()
const missing: Readonly<Record<Requirement, string | undefined>> = {
  terraform: plugins === undefined ? 'Terraform or its AWS provider is not on this machine' : undefined,
  'official-actions': hasAllOfficialActions()
    ? undefined
    : 'OFFICIAL_ACTIONS names no folder with checkouts of them',
}

let failed = 0
let skipped = 0
for (const one of cases) {
  const lacks = one.requires && missing[one.requires]
  if (lacks !== undefined) {
    skipped += 1
    console.log(`- ${one.workflow}: skipped, because ${lacks}`)
    continue
  }
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-'))
  const start = performance.now()
  try {
    const wrong = await play(one, { root, act, terraformPlugins: plugins, scratch }).catch(error => [
      String(error),
    ])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${wrong.length === 0 ? '✓' : '✗'} ${one.workflow}: ${one.shows} (${seconds} s)`)
    if (wrong.length === 0) continue
    failed += 1
    for (const line of wrong) console.log(`    ${line}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
console.log(`${cases.length - failed - skipped} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1
