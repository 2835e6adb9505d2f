/** Files and folders that the documents name exist, and no merge is left unfinished. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const documents = ['.', 'docs', 'docs/adr', 'docs/simulator', 'docs/simulator/clients'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
)
/** Documents name folders of `src/` and `__tests__/` without these. */
const roots = ['', 'src', '__tests__']
const path =
  /`((?:src|simulator|__tests__|scripts|bench|e2e|conformance|core|deploy|report|adapters|inputs|retry|steps|support)\/[\w./-]+)`/g

test.each(documents)('%s has no conflict of a merge', document => {
  expect(readFileSync(document, 'utf8')).not.toMatch(/^(?:<{7}|={7}|>{7})(?: |$)/m)
})

test.each(documents)('%s names files and folders that exist', document => {
  const named = [...readFileSync(document, 'utf8').matchAll(path)].map(([, name = '']) => name)
  expect(named.filter(name => !roots.some(root => existsSync(join(root, name))))).toStrictEqual([])
})
