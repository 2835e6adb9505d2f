import { expect, test } from '@jest/globals'
import { fingerprint } from '../../../../src/core/text/fingerprint.js'

const hex = (digit: string, times: number) => digit.repeat(times)

test.each([
  {
    name: 'tasks',
    texts: [`task ${hex('a', 32)} failed`, `task ${hex('b', 32)} failed`],
  },
  {
    name: 'attachments',
    texts: [
      'network 6bbb1b2e-3d4c-4f5a-9b8c-1234567890ab is gone',
      'network 0aaa1b2e-3d4c-4f5a-9b8c-1234567890ab is gone',
    ],
  },
  {
    name: 'containers with ids that are twice as long',
    texts: [`name in use by "${hex('a', 64)}"`, `name in use by "${hex('b', 64)}"`],
  },
  {
    name: 'addresses',
    texts: ['dial tcp 10.0.1.5:443: i/o timeout', 'dial tcp 10.0.2.17:443: i/o timeout'],
  },
  {
    name: 'the ports that calls come from',
    texts: ['read 10.0.1.5:43210->52.1.2.3:443: reset', 'read 10.0.1.5:51999->52.1.2.4:443: reset'],
  },
])('texts that differ only in $name are alike', ({ texts }) => {
  expect(new Set(texts)).toHaveProperty('size', 2)
  expect(new Set(texts.map(fingerprint))).toHaveProperty('size', 1)
})

test.each([
  { name: 'requested ports', texts: ['dial 10.0.1.5:443', 'dial 10.0.1.5:5432'] },
  { name: 'exit codes', texts: ['exit code 1', 'exit code 137'] },
  { name: 'revisions', texts: ['1234567890abcdef is the commit', '1234567890abcdee is the commit'] },
])('texts that differ in $name are not alike', ({ texts }) => {
  expect(new Set(texts.map(fingerprint))).toHaveProperty('size', 2)
})
