/** dist/licenses.txt: every package that is in the bundles has its license and the license text, and none is copyleft. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

/** Licenses that only require keeping their text, and do not restrict a user's workflow. */
const allowed = [
  'MIT',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '(Apache-2.0 AND BSD-3-Clause)',
]

/** Words that every license text contains. */
const grants =
  /Permission is hereby granted|Permission to use, copy, modify, and\/or distribute|Apache License\s+Version 2\.0|Redistribution and use in source|Blue Oak Model License\s+Version 1\.0\.0/

const entry = /^((?:@[\w.-]+\/)?[a-z0-9][\w.-]*)\n([A-Z0-9][\w.+-]{2,30}|\(.+\))\n/gm

function packagesOf(text: string) {
  const starts = [...text.matchAll(entry)]
  return starts.map(({ index, 1: name = '', 2: kind = '' }, i) => ({
    name,
    kind,
    text: text.slice(index, starts[i + 1]?.index),
  }))
}

const packages = packagesOf(readFileSync('dist/licenses.txt', 'utf8'))

test('every direct dependency that the bundles can contain is listed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
  const listed = packages.map(({ name }) => name)
  const bundled = Object.keys(dependencies).filter(isInBundles)
  expect(bundled.length).toBeGreaterThan(5)
  expect(bundled.filter(name => !listed.includes(name))).toStrictEqual([])
})

test('no license is copyleft, and every license is on the reviewed list', () => {
  expect(
    packages.filter(({ kind }) => !allowed.includes(kind)).map(({ name, kind }) => `${name}: ${kind}`),
  ).toStrictEqual([])
})

test('every package has the text of its license', () => {
  expect(packages.filter(({ text }) => !grants.test(text)).map(({ name }) => name)).toStrictEqual([])
})

test('a copyleft license and a missing text are found', () => {
  const [gpl, bare] = packagesOf('evil\nGPL-3.0\nGNU GENERAL PUBLIC LICENSE\n\nbare\nMIT\n\n')
  expect([gpl?.kind, allowed.includes(gpl?.kind ?? '')]).toStrictEqual(['GPL-3.0', false])
  expect([bare?.name, grants.test(bare?.text ?? '')]).toStrictEqual(['bare', false])
})

/** The bundler leaves out what nothing imports. */
function isInBundles(name: string): boolean {
  const sources = [...filesBelow('src'), ...filesBelow('simulator')]
  return sources.some(file =>
    new RegExp(`^import (?!type).*'${name}'|import\\('${name}'\\)|^} from '${name}'`, 'm').test(file),
  )
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8'))
}
