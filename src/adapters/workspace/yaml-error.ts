/** The library's messages can quote secrets. */
import type { Document as Parsed, YAMLError } from 'yaml'
import { isMap, isScalar, parseDocument, visit } from 'yaml'
import { isIdentifier } from '../../core/text/identifier.js'

export interface Explained {
  readonly why: string
  readonly offset: number
}

export const nestedTooDeeply = 'it is nested too deeply'

export function explain(document: Parsed.Parsed, text: string, error: YAMLError): Explained {
  const [offset] = error.pos
  const unclosed = /(must|and) end with a [}\]]$/.test(error.message) ? lastUnclosed(text) : undefined
  if (unclosed) return unclosed
  // JSON has no text of several lines.
  const opensQuote = /^(["'])(?:(?!\1).)*(?:\n|$)/.test(text.slice(offset, offset + 4_096))
  return { why: inPlainWords(document, error, opensQuote), offset }
}

function lastUnclosed(text: string): Explained | undefined {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false })
  const isJson = document.contents?.srcToken?.type === 'flow-collection'
  // In YAML, a line without indentation ends brackets.
  const tentative = isJson ? '' : ', or a line of it is not indented'
  let found: Explained | undefined
  visit(document, {
    Collection(_, node) {
      const { srcToken } = node
      if (srcToken?.type !== 'flow-collection') return
      const [what, end] = isMap(node) ? (['object', '}'] as const) : (['list', ']'] as const)
      if (srcToken.end[0]?.source === end || srcToken.offset < (found?.offset ?? 0)) return
      found = {
        why: `the ${what} that begins here is not closed: its ${end} is missing${tentative}`,
        offset: srcToken.offset,
      }
    },
  })
  return found
}

export function duplicateKey(document: Parsed.Parsed): Explained | undefined {
  let found: Explained | undefined
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (names.has(key.value)) {
          found = { why: `${keyName(key.value)} appears twice`, offset: key.range?.[0] ?? 0 }
          return visit.BREAK
        }
        names.add(key.value)
      }
      return undefined
    },
  })
  return found
}

/** Anything but a plain identifier may be a secret. */
function keyName(name: unknown): string {
  return typeof name === 'string' && isIdentifier(name) ? `the key ${name}` : 'this key'
}

const byCode: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  MULTIPLE_DOCS: 'it contains more than one YAML document, but a task definition is a single one',
  NON_STRING_KEY: 'a key here is not plain text; was a placeholder such as {{ … }} not replaced?',
  TAG_RESOLVE_FAILED:
    'a tag here (a word that begins with !, such as !Ref of CloudFormation) is not supported; quote it if it is meant as text',
  BAD_DQ_ESCAPE: 'a backslash here does not begin a valid escape sequence',
  BAD_DIRECTIVE: 'a directive here (a line that begins with %) is not supported',
  RESOURCE_EXHAUSTION: nestedTooDeeply,
}

const noClosingQuote = 'a quote is opened but never closed'
const outOfLine = (what: string) =>
  `this line does not line up with the ${what} before it; check its indentation`

const byMessage: Readonly<Record<string, string>> = {
  'All mapping items must start at the same column': outOfLine('keys'),
  'All sequence items must start at the same column': outOfLine('items'),
  'A block sequence may not be used as an implicit map key': outOfLine('items'),
  'Sequence item without - indicator':
    'a list item is expected here, but this has no -; check its indentation',
  'Nested mappings are not allowed in compact mappings':
    'text that contains a colon and a space must be quoted',
  'Missing closing "quote': noClosingQuote,
  "Missing closing 'quote": noClosingQuote,
  'Unexpected , in flow map': 'there is an extra comma here',
  'Unexpected , in flow sequence': 'there is an extra comma here',
  'Missing , between flow map items': 'a comma is missing before this',
  'Missing , between flow sequence items': 'a comma is missing before this',
  'Unexpected scalar at node end':
    'text begins here where nothing is expected: is a quote or a comma missing before it?',
  'Missing , or : between flow map items': 'a comma, a colon or a quote is missing before this',
}

function inPlainWords({ errors }: Parsed.Parsed, { code, message }: YAMLError, opensQuote: boolean): string {
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    if (opensQuote) return 'a quote is opened here, but not closed on this line'
    const isInFlow = errors.some(one => one.code === 'BLOCK_IN_FLOW')
    return isInFlow ? 'a comma is missing after the value here' : 'a key and a colon are expected here'
  }
  if (/^Unexpected [\w-]+ token/.test(message))
    return 'this is unexpected here: is a comma missing before it?'
  const firstLine = message.split('\n')[0] ?? message
  return byCode[code] ?? byMessage[message] ?? firstLine.replace(/(?<=\w): .*$/, '')
}
