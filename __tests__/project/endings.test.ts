/** docs/endings.md says what the worlds say now. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { playEndings } from '../support/endings/endings-page.js'
import { endings } from '../support/endings/worlds.js'

test('every line of the page, as `npm run endings` writes it', async () => {
  const { text } = await playEndings()
  expect(readFileSync('docs/endings.md', 'utf8').split('\n')).toEqual(text.split('\n'))
})

test('twelve worlds, each with a picture of at most 200 kB, and no picture of another', () => {
  const files = endings.map(({ id }) => `${id}.png`)
  expect(files).toHaveLength(12)
  expect(existsSync('docs/endings') ? readdirSync('docs/endings').toSorted() : []).toEqual(files.toSorted())
  const large = files.filter(file => statSync(join('docs', 'endings', file)).size > 200_000)
  expect(large).toEqual([])
})
