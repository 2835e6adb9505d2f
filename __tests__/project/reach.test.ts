/** What docs/security.md says that the action never does, as far as the sources show it: what they reach for is all listed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join('src', path), 'utf8'))

/** What the pattern catches in any of the sources, each once. */
function caught(pattern: RegExp): readonly string[] {
  const all = sources.flatMap(text => [...text.matchAll(pattern)].map(([, found = '']) => found))
  return [...new Set(all)].toSorted()
}

test('the sources use only files, paths, time and HTTP of Node: no process, no code, no socket', () => {
  expect(caught(/\b(?:from|import\() ?'(node:[^']+)'/g)).toStrictEqual([
    'node:crypto',
    'node:diagnostics_channel',
    'node:fs',
    'node:fs/promises',
    'node:http',
    'node:https',
    'node:os',
    'node:path',
    'node:process',
    'node:stream',
    'node:timers/promises',
    'node:util',
    'node:zlib',
  ])
  expect(caught(/\b(eval|Function|require|createRequire)\(/g)).toStrictEqual([])
})

test('no module name is dynamic', () => {
  expect(caught(/\bimport\((?!\s*')([^)]*)\)/g)).toStrictEqual([])
})

test('seven AWS calls change something, the others only read', () => {
  const reading = /^(?:Describe|List|Get|BatchGet)/
  expect(caught(/\b([A-Z]\w+)Command\(/g).filter(name => !reading.test(name))).toStrictEqual([
    'ContinueServiceDeployment',
    'RegisterTaskDefinition',
    'RunTask',
    'StopServiceDeployment',
    'StopTask',
    'UpdateExpressGatewayService',
    'UpdateService',
  ])
})
