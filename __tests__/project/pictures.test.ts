/** The pictures of docs/what-you-see.md: `npm run pictures` draws them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { pictureSources } from '../support/pictures.js'

const files = pictureSources.map(({ name }) => `${name}.png`)

test('every picture is there, of at most 250 kB, and the page shows each', () => {
  expect(readdirSync('docs/pictures').toSorted()).toEqual(files.toSorted())
  expect(files.filter(file => statSync(join('docs/pictures', file)).size > 250_000)).toEqual([])
  const page = readFileSync('docs/what-you-see.md', 'utf8')
  expect(Array.from(page.matchAll(/\]\(pictures\/([^)]+)\)/g), ([, file]) => file)).toEqual(files)
})

test('the page names the command of each scenario', () => {
  const page = readFileSync('docs/what-you-see.md', 'utf8')
  const commands = pictureSources.map(({ scenario }) => `npm run demo -- ${scenario}`)
  expect(commands.filter(command => !page.includes(command))).toEqual([])
})
