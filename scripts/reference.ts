/** Writes the tables of docs/reference.md and docs/simulator/action.md from the actions and the outcomes: `npm run reference`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withActionTables, withTables } from './reference-tables.js'

const file = 'docs/reference.md'
writeFileSync(file, withTables(readFileSync(file, 'utf8'), readFileSync('action.yml', 'utf8')))

const simulator = 'docs/simulator/action.md'
const tables = withActionTables(
  readFileSync(simulator, 'utf8'),
  readFileSync('simulator/action.yml', 'utf8'),
  { folder: 'docs/simulator', groups: {} },
)
writeFileSync(simulator, tables)
