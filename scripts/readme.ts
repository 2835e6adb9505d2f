/** Writes the tables of README.md and docs/simulator/action.md from the action.yml of each: `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { documents, withTables } from './readme-tables.js'

for (const [document, action] of Object.entries(documents))
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), readFileSync(action, 'utf8')))
