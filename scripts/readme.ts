/** Writes the tables of README.md from action.yml: `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './readme-tables.js'

writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), readFileSync('action.yml', 'utf8')))
