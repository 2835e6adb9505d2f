/** Each failure class of the code stands wherever users read about classes, and no other. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { failureClasses } from '../../src/core/diagnosis/classes.js'

const read = (file: string) => readFileSync(file, 'utf8')
const ids = failureClasses.map(({ id }) => id)

/** The classes of a text that lists them in backticks, which can also mention the outcome `refused`. */
function listedIn(text: string): string[] {
  const words = [...text.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word)
  return [...new Set(words)].filter(word => word !== 'refused' && word !== 'failure-class')
}

const action = parse(read('action.yml')) as {
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}
const referenceRow = /^\| `failure-class` \|.*$/m.exec(read('docs/reference.md'))?.[0]

interface ClassSchema {
  readonly properties: { readonly class: { readonly enum: readonly string[] } }
}
const schema = JSON.parse(read('docs/schema/result.json')) as {
  readonly $defs: { readonly failure: ClassSchema; readonly cause: ClassSchema }
}

test.each([
  { place: 'action.yml', listed: listedIn(action.outputs['failure-class']?.description ?? '') },
  { place: 'docs/reference.md', listed: listedIn(referenceRow ?? '') },
  {
    place: 'docs/schema/result.json, $defs.failure',
    listed: schema.$defs.failure.properties.class.enum,
  },
  { place: 'docs/schema/result.json, $defs.cause', listed: schema.$defs.cause.properties.class.enum },
])('$place lists every failure class', ({ place, listed }) => {
  const missing = ids.filter(id => !listed.includes(id)).map(id => `${id} is missing in ${place}`)
  const unknown = listed
    .filter(word => !ids.some(id => id === word))
    .map(word => `${place} lists ${word}, which is no failure class`)
  expect([...missing, ...unknown]).toStrictEqual([])
})

test('each failure class has its own file', () => {
  const missing = ids.filter(id => !read('src/core/diagnosis/classes.ts').includes(`'./classes/${id}.js'`))
  expect(missing).toStrictEqual([])
})
