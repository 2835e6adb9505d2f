import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { bundle } from '../../scripts/bundle.js'
import { differences } from '../../scripts/differences.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** The smallest tree that can be bundled. */
function writeProject() {
  write('package.json', '{"type":"module"}')
  write('node_modules/library/package.json', '{"name":"library","license":"MIT","main":"index.js"}')
  write('node_modules/library/index.js', "exports.word = 'action'\n")
  write('node_modules/library/LICENSE', 'Do as you like')
  write('node_modules/github-markdown-css/github-markdown.css', '.markdown-body {}')
  write('node_modules/github-markdown-css/license', 'Wear it as you like')
  write(
    'lib/src/index.js',
    "import { word } from 'library'\nconsole.log(word)\n//# sourceMappingURL=index.js.map\n",
  )
  write('node_modules/undici/package.json', '{"name":"undici","license":"MIT","main":"index.js"}')
  write('node_modules/undici/index.js', "exports.fetch = () => 'fetched'\n")
  write('node_modules/undici/LICENSE', 'Fetch as you like')
  write('lib/scripts/undici-on-demand.cjs', "exports.fetch = () => require('./undici.cjs').fetch()\n")
  write('lib/simulator/main.js', "console.log('simulator')\n")
  write('lib/simulator/action/main.js', "console.log('start')\n")
  write('lib/simulator/action/post.js', "console.log('stop')\n")
  write('lib/simulator/action/upload-requests.js', "// The long way\nconsole.log('upload')\n")
  write('lib/simulator/time/time-warp.js', 'globalThis.warped = true\n//# sourceMappingURL=time-warp.js.map')
}

test('every missing input is named', async () => {
  write('lib/src/index.js', '')
  await expect(bundle(folder)).rejects.toThrow(
    /missing; tsc writes those in lib\/:\n {2}node_modules\/undici\/index\.js\n {2}lib\/simulator\/main\.js\n {2}lib\/simulator\/action\/main\.js\n {2}lib\/simulator\/action\/post\.js\n {2}lib\/simulator\/action\/upload-requests\.js\n {2}lib\/scripts\/undici-on-demand\.cjs\n {2}lib\/simulator\/time\/time-warp\.js\n {2}node_modules\/github-markdown-css\/github-markdown\.css$/,
  )
})

test('the bundle contains the entries, a package.json next to each, the licenses of its packages and the preload', async () => {
  writeProject()
  expect([...(await bundle(folder)).keys()].sort()).toStrictEqual([
    'index.js',
    'licenses.txt',
    'package.json',
    'simulator/action/main.js',
    'simulator/action/package.json',
    'simulator/action/post.js',
    'simulator/action/upload-requests.js',
    'simulator/github-markdown.css',
    'simulator/main.js',
    'simulator/package.json',
    'simulator/time/time-warp.js',
    'undici-on-demand.cjs',
    'undici.cjs',
  ])
})

test('the license of a bundled library is kept', async () => {
  writeProject()
  const licenses = (await bundle(folder)).get('licenses.txt')?.toString()
  expect(licenses).toContain('library\nMIT\nDo as you like')
  expect(licenses).toContain('github-markdown-css\nMIT\nWear it as you like')
})

test('a package without the text of its license gets the one of another package, without its copyright', async () => {
  writeProject()
  const terms = 'Permission is hereby granted, free of charge.\nNO DEALINGS IN THE SOFTWARE.'
  write('node_modules/library/LICENSE', `Copyright Mona\n\n${terms}\n\nAlso of another: nothing`)
  rmSync(join(folder, 'node_modules/undici/LICENSE'))
  const licenses = (await bundle(folder)).get('licenses.txt')?.toString()
  expect(licenses).toContain(`undici\nMIT\n${terms}`)
  expect(licenses?.match(/Copyright Mona/g)).toHaveLength(1)
})

test('an unexpected license is listed as well', async () => {
  writeProject()
  write('node_modules/library/package.json', '{"name":"library","license":"GPL-3.0-only","main":"index.js"}')
  expect((await bundle(folder)).get('licenses.txt')?.toString()).toContain('library\nGPL-3.0-only\n')
})

test('post.js is bundled when the action has it', async () => {
  writeProject()
  write('lib/src/post.js', "console.log('post')\n")
  expect((await bundle(folder)).get('post.js')?.toString()).toContain("console.log('post')")
})

test('what uploads the requests is minified, and the steps import it without having it', async () => {
  writeProject()
  write(
    'lib/simulator/action/post.js',
    "const { upload } = await import(/* webpackIgnore: true */ './upload-requests.js')\nupload()\n",
  )
  const files = await bundle(folder)
  expect(files.get('simulator/action/upload-requests.js')?.toString()).not.toContain('The long way')
  expect(files.get('simulator/action/post.js')?.toString()).toMatch(
    /import\((?:\/\*.*\*\/ ?)?['"]\.\/upload-requests\.js['"]\)/,
  )
})

test('no comment points to a missing source map', async () => {
  writeProject()
  const files = await bundle(folder)
  const pointing = [...files].filter(([, content]) => content.includes('sourceMappingURL'))
  expect(pointing.map(([path]) => path)).toStrictEqual([])
  expect(files.get('simulator/time/time-warp.js')?.toString()).toBe('globalThis.warped = true\n')
})

test('a difference is found on both sides', () => {
  write('same.js', 'same')
  write('sub/changed.js', 'old')
  write('sub/stale.js', 'left over')
  const fresh = new Map([
    ['same.js', Buffer.from('same')],
    ['sub/changed.js', Buffer.from('new')],
    ['absent.js', Buffer.from('')],
  ])
  expect(differences(fresh, folder)).toStrictEqual([
    'absent.js: missing',
    'sub/changed.js: differs from a fresh build',
    'sub/stale.js: is not part of a fresh build',
  ])
})

test('a missing folder lacks every file', () => {
  expect(differences(new Map([['index.js', Buffer.from('')]]), join(folder, 'dist'))).toStrictEqual([
    'index.js: missing',
  ])
})
