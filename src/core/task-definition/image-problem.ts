// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an expression of GitHub
/** Why a text is no image reference, in the words of https://github.com/distribution/reference. */
import { quoteImage } from '../errors/problem.js'
import { parseImage } from './image.js'
import { placeholderIn } from './placeholder.js'

interface Row {
  /** `the tag contains a slash`, after the reference; undefined if this is not the reason */
  readonly reason: (image: ImageParts) => string | undefined
  readonly next: string
  /** for an input, if it differs */
  readonly nextInInput?: string
}

/** Split as Docker does, whatever the parts contain. */
interface ImageParts {
  readonly whole: string
  /** without its host */
  readonly path: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

const hexadecimal = 64
const longestTag = 128
const useTag = 'use a tag of letters, digits, -, _ and . (a branch name often has others)'

/** The first row that applies is the reason. */
const rows: readonly Row[] = [
  {
    reason: ({ whole }) => {
      const { length } = whole.split(/\r?\n/).filter(line => line.trim() !== '')
      return length > 1 ? `is ${length} lines, but an image is one` : undefined
    },
    next: 'choose one of them (docker/metadata-action prints each tag on a line of its own)',
  },
  {
    reason: ({ whole }) =>
      whole.includes('***') ? 'contains ***, which GitHub writes over secrets' : undefined,
    next: 'do not copy an image from a log, and do not keep a part of its name (account, registry) as a secret',
  },
  {
    reason: ({ whole }) => (/^["'`]|["'`]$/.test(whole) ? 'has quotes around it' : undefined),
    next: 'remove the quotes',
  },
  {
    reason: ({ whole }) =>
      /\$\{\{.*\}\}/.test(whole) ? 'contains an expression that GitHub has not evaluated' : undefined,
    next: 'set the image with the input image or images, or replace the expression with the input placeholders',
    nextInInput:
      'write it in the workflow file, because GitHub evaluates none in the value of a variable, a secret or an output',
  },
  {
    reason: ({ whole }) => {
      const placeholder = placeholderIn(whole)?.text
      return placeholder && `contains the placeholder ${placeholder}, which nothing has replaced`
    },
    next: 'set the image with the input image or images, or replace the placeholder with the input placeholders',
    nextInInput:
      'use an expression of GitHub such as ${{ env.TAG }}, since only these are replaced in inputs',
  },
  {
    reason: ({ whole }) => {
      const scheme = /^[a-z][a-z+.-]*:\/\//i.exec(whole)?.[0]
      return scheme && `begins with ${scheme}, which belongs to an address, not to an image`
    },
    next: 'remove it',
  },
  {
    reason: ({ whole }) => (/\s/.test(whole) ? 'contains a space' : undefined),
    next: 'remove it, or the expression that is empty beside it',
  },
  {
    reason: ({ whole }) =>
      /^@?(?:sha\d+:[\da-f]*|[\da-f]{64})$/i.test(whole) ? 'is a digest without its repository' : undefined,
    next: 'use repository@sha256:…',
  },
  {
    reason: ({ path }) =>
      path.startsWith('/') ? 'begins with a slash, so its registry is empty' : undefined,
    next: 'check the expression that names the registry',
  },
  {
    reason: ({ path }) => (path === '' ? 'has no repository' : undefined),
    next: 'check the expression that names the repository',
  },
  {
    reason: ({ path }) => (/\/\/|\/$/.test(path) ? 'has an empty part between its slashes' : undefined),
    next: 'check the expression that belongs there',
  },
  {
    reason: ({ tag }) => (tag === '' ? 'has an empty tag after its colon' : undefined),
    next: 'check the expression that gives the tag',
  },
  { reason: ({ digest }) => digestReason(digest), next: 'use the digest as the registry shows it' },
  {
    reason: ({ tag }) => (tag?.includes('/') ? 'has a slash in its tag' : undefined),
    next: useTag,
  },
  { reason: ({ tag }) => (tag?.includes('+') ? 'has a + in its tag' : undefined), next: useTag },
  {
    reason: ({ tag }) => (tag?.includes(':') ? 'has two colons, and so two tags' : undefined),
    next: 'use repository:tag',
  },
  {
    reason: ({ tag }) => (/^[.-]/.test(tag ?? '') ? 'has a tag that begins with - or .' : undefined),
    next: 'begin the tag with a letter, a digit or _',
  },
  {
    reason: ({ tag = '' }) =>
      tag.length > longestTag
        ? `has a tag of ${tag.length} characters, but a tag has at most ${longestTag}`
        : undefined,
    next: 'shorten the tag',
  },
  {
    reason: ({ tag = '' }) => {
      const other = /[^\w.-]/.exec(tag)?.[0]
      return other && 'has a character in its tag that a tag cannot contain'
    },
    next: useTag,
  },
  {
    reason: ({ path }) => (/[A-Z]/.test(path) ? 'has capitals in its repository' : undefined),
    next: 'write the repository in lower case',
  },
  {
    reason: ({ path }) =>
      /^[\w./-]+$/.test(path)
        ? undefined
        : 'has a character in its repository that a repository cannot contain',
    next: 'use lower-case letters, digits, -, _, . and /',
  },
  {
    reason: () => 'is not an image reference',
    next: 'use repository:tag or repository@sha256:…',
  },
]

/** `"web:" has an empty tag after its colon: check …`; undefined for an image reference */
export function imageProblem(image: string, source: 'input' | 'definition'): string | undefined {
  if (parseImage(image)) return undefined
  const parts = partsOf(image.trim())
  for (const { reason, next, nextInInput = next } of rows) {
    const why = reason(parts)
    if (why) return `${shown(image.trim())} ${why}: ${source === 'input' ? nextInInput : next}`
  }
  return undefined
}

function digestReason(digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined
  const [, algorithm = '', digits = ''] = /^([^:]*):?(.*)$/s.exec(digest) ?? []
  if (digest === '' || (algorithm === 'sha256' && digits === '')) return 'has an empty digest'
  if (algorithm.toLowerCase() !== 'sha256') return 'has something other than a sha256 digest after its @'
  if (/[A-Z]/.test(digest)) return 'has capitals in its digest'
  if (!/^[\da-f]*$/.test(digits)) return 'has a digest with characters other than 0-9 and a-f'
  if (digits.length === hexadecimal) return undefined
  return `has a digest of ${digits.length} characters, but a sha256 digest has ${hexadecimal}`
}

function partsOf(whole: string): ImageParts {
  const at = whole.indexOf('@')
  const digest = at < 0 ? undefined : whole.slice(at + 1)
  const named = at < 0 ? whole : whole.slice(0, at)
  const first = named.slice(0, named.indexOf('/') + 1)
  const host = first === 'localhost/' || /^[^:]*\.|:\d*\/$/.test(first) ? first : ''
  const rest = named.slice(host.length)
  const colon = rest.indexOf(':')
  const path = colon < 0 ? rest : rest.slice(0, colon)
  const tag = colon < 0 ? undefined : rest.slice(colon + 1)
  return { whole, path, tag, digest }
}

/** Of several lines only one that is an image: the others may be anything. */
function shown(value: string): string {
  const [first = '', ...more] = value.split('\n').map(line => line.trim())
  if (more.length === 0) return quoteImage(value)
  const image = parseImage(first)
  return image?.tag || image?.digest ? `${quoteImage(first)}, with more lines after it,` : 'the value'
}
