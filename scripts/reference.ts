/** Writes the tables of docs/reference.md from action.yml and the outcomes: `npm run reference`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './reference-tables.js'

const file = 'docs/reference.md'
writeFileSync(file, withTables(readFileSync(file, 'utf8'), readFileSync('action.yml', 'utf8')))
