/**
 * Turns the compiled tree lib/ into the files of dist/. It knows which entry becomes which file, and returns them
 * in memory: writing and comparing is for those who call it. The same sources give the same bytes anywhere.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

/** Contents by path below dist/, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>

const licenseSuffix = '.licenses.txt'

/** A package's name on a line of its own, and below it the identifier of its licence, whichever it is. */
const packageLine = /^(?:@[\w.-]+\/)?[a-z0-9][\w.-]*\n(?:[A-Z0-9][\w.+-]{2,30}|\(.+\))\n/gm

interface Entry {
  readonly from: string
  readonly to: string
  /** Imports that are not bundled, and the file beside `to` that they get instead. */
  readonly instead?: Readonly<Record<string, string>>
  /** An entry that the action may lack is left out; any other that is missing is an error. */
  readonly optional?: true
}

/** What a step of the action gets for undici, which most of them never use. */
const onDemand = { from: 'lib/scripts/undici-on-demand.cjs', to: 'undici-on-demand.cjs' }
const instead = { undici: `./${onDemand.to}` }

const entries: readonly Entry[] = [
  { from: 'lib/src/index.js', to: 'index.js', instead },
  { from: 'lib/src/post.js', to: 'post.js', instead, optional: true },
  { from: 'node_modules/undici/index.js', to: 'undici.cjs' },
  { from: 'lib/simulator/main.js', to: 'simulator/main.js' },
]

/** They import nothing that would have to be bundled, so they are copied. The second is a preload for `node --import`. */
const copies = [onDemand, { from: 'lib/simulator/time/time-warp.js', to: 'simulator/time/time-warp.js' }]

/** The style of the page that `npm run demo -- --html` writes: it is read at run time, so it is copied, too. */
const style = {
  from: 'node_modules/github-markdown-css/github-markdown.css',
  to: 'simulator/github-markdown.css',
  license: 'node_modules/github-markdown-css/license',
}

/** The project that this compiled file belongs to. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export async function bundle(project: string): Promise<Files> {
  const present = entries.filter(({ from, optional }) => !optional || existsSync(join(project, from)))
  const missing = [...present, ...copies, style].filter(({ from }) => !existsSync(join(project, from)))
  if (missing.length > 0) {
    const names = missing.map(({ from }) => `  ${from}`).join('\n')
    throw new Error(`These inputs of the bundle are missing; tsc writes those in lib/:\n${names}`)
  }

  const files = new Map<string, Buffer>()
  const licenses = new Map<string, string>()
  for (const entry of present) {
    for (const [path, content] of await bundled(project, entry)) {
      if (path.endsWith(licenseSuffix)) {
        collectLicenses(content.toString(), licenses)
        continue
      }
      const known = files.get(path)
      if (known && !known.equals(content)) {
        throw new Error(`Two bundles write different contents to dist/${path}`)
      }
      files.set(path, content)
    }
  }
  files.set(style.to, readFileSync(join(project, style.from)))
  const text = readFileSync(join(project, style.license), 'utf8')
  licenses.set('github-markdown-css', `github-markdown-css\nMIT\n${text.trim()}`)
  files.set('licenses.txt', Buffer.from(withTexts([...licenses.values()].sort()).join('\n\n')))
  for (const { from, to } of copies)
    files.set(to, withoutMapComments(readFileSync(join(project, from), 'utf8')))
  return files
}

async function bundled(project: string, { from, to, instead = {} }: Entry): Promise<Files> {
  const filename = posix.basename(to)
  const { code, assets } = await ncc(join(project, from), {
    cache: false,
    quiet: true,
    filename,
    externals: instead,
    // One file a chunk: under one name the last chunk would overwrite the others.
    license: `[name]${licenseSuffix}`,
  })
  const files = new Map([[to, withoutMapComments(code)]])
  for (const [name, { source }] of Object.entries(assets)) {
    const content = name.endsWith('.js') ? withoutMapComments(source.toString()) : Buffer.from(source)
    files.set(posix.join(posix.dirname(to), name), content)
  }
  return files
}

/** Sorts what stands in a list of licences by package: its name, the kind of licence, and mostly the text. */
function collectLicenses(list: string, into: Map<string, string>): void {
  const starts = [...list.matchAll(packageLine)].map(({ index }) => index)
  starts.forEach((start, i) => {
    const entry = list.slice(start, starts[i + 1]).trim()
    const name = entry.slice(0, entry.indexOf('\n'))
    if ((into.get(name)?.length ?? 0) < entry.length) into.set(name, entry)
  })
}

/** Some packages name the licence and come without its text: it is that of another package with the same one. */
function withTexts(entries: readonly string[]): string[] {
  const bodyOf = (entry: string) => entry.split('\n').slice(2).join('\n')
  return entries.map(entry => {
    const [, kind] = entry.split('\n')
    if (bodyOf(entry) !== '' || kind !== 'Apache-2.0') return entry
    const other = entries.find(each => each.split('\n')[1] === kind && bodyOf(each) !== '')
    return other ? `${entry}\n${bodyOf(other)}` : entry
  })
}

/** The maps that these comments point to are not in dist/. */
function withoutMapComments(code: string): Buffer {
  return Buffer.from(code.replace(/^\/\/# sourceMappingURL=.*(?:\n|$)/gm, ''))
}
