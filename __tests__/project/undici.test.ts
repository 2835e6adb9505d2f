/** scripts/undici-on-demand.cts has all of undici that the toolkit asks for. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const toolkit = 'node_modules/@actions'
const sources = readdirSync(toolkit, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.js'))
  .map(path => readFileSync(join(toolkit, path), 'utf8'))
  .filter(text => /(?:from |require\()['"]undici['"]/.test(text))

test('the names that the toolkit imports exist', () => {
  const imported = sources.flatMap(text => [
    ...[...text.matchAll(/^import (.+) from ['"]undici['"]/gm)].flatMap(([, what = '']) => what.split(/[{},\s]+/)),
    ...[...text.matchAll(/\bundici_1\.(\w+)/g)].map(([, name = '']) => name),
  ]) // biome-ignore format: two forms of modules
  const names = [...new Set(imported.filter(name => name !== ''))].toSorted()
  expect(names.length).toBeGreaterThan(0)
  expect(Object.keys(createRequire(import.meta.url)('../../scripts/undici-on-demand.cjs'))).toEqual(
    expect.arrayContaining(names),
  )
})

test('the whole toolkit gets the same undici', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object }
  expect(Object.keys(packages).filter(path => path.endsWith('/undici'))).toStrictEqual([
    'node_modules/undici',
  ])
})
