/** Files of the job as they lie on a disk: encodings, names, what cannot be read, and the rendered definition. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorkspace } from '../../../../src/adapters/workspace/workspace.js'
import { testUnless } from '../../../support/test-unless.js'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workspace-'))
  await mkdir(join(root, 'deploy'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const read = (path: string) => openWorkspace(root, root).readDocument(path, [])

test.each([
  { name: 'UTF-8', bytes: Buffer.from('family: größe 😀\n'), value: { family: 'größe 😀' } },
  {
    name: 'UTF-8 behind a byte order mark',
    bytes: Buffer.from('\uFEFF{"family": "web"}'),
    value: { family: 'web' },
  },
  {
    name: 'lines that end as on Windows',
    bytes: Buffer.from('{\r\n  "family": "a\\r\\nb"\r\n}\r\n'),
    value: { family: 'a\r\nb' },
  },
])('$name', async ({ bytes, value }) => {
  await writeFile(join(root, 'td.yml'), bytes)
  expect(await read('td.yml')).toMatchObject({ value })
})

test.each([
  {
    name: 'UTF-16, which PowerShell writes: every second byte would be lost',
    bytes: Buffer.from('\uFEFF{"family": "web"}', 'utf16le'),
    problem: 'is not UTF-8 text: save it as UTF-8',
  },
  {
    name: 'Latin-1: its letters would become other ones',
    bytes: Buffer.from('family: größe\n', 'latin1'),
    problem: 'is not UTF-8 text: save it as UTF-8',
  },
  {
    name: 'more bytes than any task definition has',
    bytes: Buffer.alloc(700_000, ' '),
    problem: 'has 700000 bytes; a task definition can have at most 65,536',
  },
])('$name, is refused', async ({ bytes, problem }) => {
  await writeFile(join(root, 'td.yml'), bytes)
  expect(await read('td.yml')).toStrictEqual({ problem, position: undefined })
})

test('gigabytes are refused unread', async () => {
  await writeFile(join(root, 'td.yml'), '')
  await truncate(join(root, 'td.yml'), 5 * 1024 ** 3)
  expect(await read('td.yml')).toStrictEqual({
    problem: 'has 5368709120 bytes; a task definition can have at most 65,536',
    position: undefined,
  })
})

test('a folder is refused', async () => {
  expect(await read('deploy')).toStrictEqual({ problem: 'is a folder, not a file', position: undefined })
})

const testDevices = testUnless(process.platform === 'win32', 'Windows has no /dev/zero')

testDevices('a device that never ends is refused unread', async () => {
  expect(await read('/dev/zero')).toStrictEqual({ problem: 'is not a regular file', position: undefined })
})

testDevices.each([
  { name: 'a symlink to it', target: '/dev/zero', problem: 'is not a regular file' },
  { name: 'a pipe without a writer', target: 'pipe', problem: 'is not a regular file' },
])('$name is refused unread', async ({ target, problem }) => {
  if (target === 'pipe') execFileSync('mkfifo', [join(root, target)])
  await symlink(target, join(root, 'link'))
  expect(await read('link')).toStrictEqual({ problem, position: undefined })
  await rm(join(root, 'link'))
})

const testKernelFiles = testUnless(!existsSync('/proc/kallsyms'), 'only Linux has /proc/kallsyms')

testKernelFiles('a file whose size says nothing is read up to the limit', async () => {
  await symlink('/proc/kallsyms', join(root, 'endless'))
  expect(await read('endless')).toStrictEqual({
    problem: 'has more than 262144 bytes; a task definition can have at most 65,536',
    position: undefined,
  })
})

test.each([
  { name: 'as it is', path: () => 'deploy/td.yml' },
  { name: 'with a dot before it', path: () => './deploy/td.yml' },
  { name: 'by a detour', path: () => 'other/../deploy//td.yml' },
  { name: 'absolute', path: () => join(root, 'deploy', 'td.yml') },
])('a path $name appears as annotations expect it', async ({ path }) => {
  await writeFile(join(root, 'deploy', 'td.yml'), 'family: web\nfamily: web\n')
  expect(await read(path())).toMatchObject({ position: { file: 'deploy/td.yml', line: 2, column: 1 } })
})

test('a file outside of the workspace keeps the name that it was given', async () => {
  await writeFile(join(root, 'td.yml'), 'a: 1\na: 1\n')
  const document = await openWorkspace(join(root, 'deploy'), root).readDocument('../td.yml', [])
  expect(document).toMatchObject({ position: { file: '../td.yml', line: 2, column: 1 } })
})

test('written files are only for this user', async () => {
  const path = (await openWorkspace(root, root).writeTemporary('task-definition.json', '{}')) ?? ''
  expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toStrictEqual(['{}', 0o600])
})
