/**
 * Bundles the compiled tree lib/ into the files of dist/, in memory: callers write or compare them. The same sources give
 * the same bytes on every machine.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

/** Contents by path below dist/, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>

const licenseSuffix = '.licenses.txt'

/** The name of a package on a line of its own, followed by the identifier of its license. */
const packageLine = /^(?:@[\w.-]+\/)?[a-z0-9][\w.-]*\n(?:[A-Z0-9][\w.+-]{2,30}|\(.+\))\n/gm

interface Entry {
  readonly from: string
  readonly to: string
  /** Imports that are not bundled, and the file, relative to `to`, that replaces each. */
  readonly replacements?: Readonly<Record<string, string>>
  /** For a large library that few runs load. */
  readonly minify?: boolean
  /** A missing optional entry is left out; any other missing entry is an error. */
  readonly optional?: true
}

/** Replaces undici, which most runs of the action never use. */
const onDemand = { from: 'lib/scripts/undici-on-demand.cjs', to: 'undici-on-demand.cjs' }
const replacements = { undici: `./${onDemand.to}` }
const fromSimulatorAction = { undici: `../../${onDemand.to}` }

const entries: readonly Entry[] = [
  { from: 'lib/src/index.js', to: 'index.js', replacements },
  { from: 'lib/src/post.js', to: 'post.js', replacements, optional: true },
  { from: 'node_modules/undici/index.js', to: 'undici.cjs' },
  { from: 'lib/simulator/main.js', to: 'simulator/main.js' },
  { from: 'lib/simulator/action/main.js', to: 'simulator/action/main.js', replacements: fromSimulatorAction },
  { from: 'lib/simulator/action/post.js', to: 'simulator/action/post.js', replacements: fromSimulatorAction },
  {
    from: 'lib/simulator/action/upload-requests.js',
    to: 'simulator/action/upload-requests.js',
    replacements: fromSimulatorAction,
    minify: true,
  },
]

/** Files without imports to bundle, so they are copied. The second is a preload for `node --import`. */
const copies = [onDemand, { from: 'lib/simulator/time/time-warp.js', to: 'simulator/time/time-warp.js' }]

/** The style of the page that `npm run demo -- --html` writes; it is read at run time, so it is copied, too. */
const style = {
  from: 'node_modules/github-markdown-css/github-markdown.css',
  to: 'simulator/github-markdown.css',
  license: 'node_modules/github-markdown-css/license',
}

/** The root of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export async function bundle(project: string): Promise<Files> {
  const present = entries.filter(({ from, optional }) => !optional || existsSync(join(project, from)))
  const missing = [...present, ...copies, style].filter(({ from }) => !existsSync(join(project, from)))
  if (missing.length > 0) {
    const names = missing.map(({ from }) => `  ${from}`).join('\n')
    throw new Error(`These inputs of the bundle are missing; tsc writes those in lib/:\n${names}`)
  }

  const { files, licenses } = await bundledAll(project, present)
  files.set(style.to, readFileSync(join(project, style.from)))
  const text = readFileSync(join(project, style.license), 'utf8')
  licenses.set('github-markdown-css', `github-markdown-css\nMIT\n${text.trim()}`)
  files.set('licenses.txt', licensesFile(licenses))
  for (const { from, to } of copies)
    files.set(to, withoutMapComments(readFileSync(join(project, from), 'utf8')))
  return files
}

/** Some entries with the licenses of what is in them, below any folder. */
export async function bundleOf(project: string, some: readonly Entry[]): Promise<Files> {
  const { files, licenses } = await bundledAll(project, some)
  return files.set('licenses.txt', licensesFile(licenses))
}

function licensesFile(licenses: ReadonlyMap<string, string>): Buffer {
  return Buffer.from(withTexts([...licenses.values()].sort()).join('\n\n'))
}

async function bundledAll(project: string, present: readonly Entry[]) {
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
  return { files, licenses }
}

async function bundled(
  project: string,
  { from, to, replacements = {}, minify = false }: Entry,
): Promise<Files> {
  const filename = posix.basename(to)
  const { code, assets } = await ncc(join(project, from), {
    cache: false,
    quiet: true,
    filename,
    externals: replacements,
    minify,
    // One file for each chunk: with one name the last chunk would overwrite the others.
    license: `[name]${licenseSuffix}`,
  })
  const files = new Map([[to, withoutMapComments(code)]])
  for (const [name, { source }] of Object.entries(assets)) {
    const content = name.endsWith('.js') ? withoutMapComments(source.toString()) : Buffer.from(source)
    files.set(posix.join(posix.dirname(to), name), content)
  }
  return files
}

/** Collects the entries of a list of licenses by package: name, kind of license, and mostly the text. */
function collectLicenses(list: string, into: Map<string, string>): void {
  const starts = [...list.matchAll(packageLine)].map(({ index }) => index)
  starts.forEach((start, i) => {
    const entry = list.slice(start, starts[i + 1]).trim()
    const name = entry.slice(0, entry.indexOf('\n'))
    if ((into.get(name)?.length ?? 0) < entry.length) into.set(name, entry)
  })
}

/** What another package's text has of the license itself, without the name of who holds that copyright. */
const sharedTexts: Readonly<Record<string, RegExp>> = {
  'Apache-2.0': /^.+$/s,
  MIT: /Permission is hereby granted, free of charge.*?DEALINGS\s+IN\s+THE\s+SOFTWARE\./s,
}

/** Some packages come without the text of their license: use the text of another package with the same license. */
function withTexts(entries: readonly string[]): string[] {
  const bodyOf = (entry: string) => entry.split('\n').slice(2).join('\n')
  const kindOf = (entry: string) => entry.split('\n')[1] ?? ''
  return entries.map(entry => {
    const kind = kindOf(entry)
    const shared = sharedTexts[kind]
    if (bodyOf(entry) !== '' || shared === undefined) return entry
    const others = entries.filter(each => kindOf(each) === kind)
    const text = others.map(each => shared.exec(bodyOf(each))?.[0]).find(found => found !== undefined)
    return text === undefined ? entry : `${entry}\n${text}`
  })
}

/** dist/ does not contain the source maps that these comments point to. */
function withoutMapComments(code: string): Buffer {
  return Buffer.from(code.replace(/^\/\/# sourceMappingURL=.*(?:\n|$)/gm, ''))
}
