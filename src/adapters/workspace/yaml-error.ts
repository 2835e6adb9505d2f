/** The library's messages can quote secrets. */
import type { Document as Parsed, YAMLError } from 'yaml'
import { isMap, isNode, isScalar, parseDocument, visit } from 'yaml'
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
  if (error.code === 'DUPLICATE_KEY') return { why: `${keyAt(document, offset)} is there twice`, offset }
  return { why: inPlainWords(document, error), offset }
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

/** Anything but a plain identifier may be a secret. */
function keyAt(document: Parsed.Parsed, offset: number): string {
  let name: string | undefined
  visit(document, {
    Pair(_, { key }) {
      if (!isNode(key) || key.range?.[0] !== offset) return undefined
      if (isScalar(key) && typeof key.value === 'string' && isIdentifier(key.value)) name = key.value
      return visit.BREAK
    },
  })
  return name === undefined ? 'this key' : `the key ${name}`
}

function inPlainWords({ errors }: Parsed.Parsed, { code, message }: YAMLError): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'it holds more than one YAML document, and a task definition is one'
    case 'NON_STRING_KEY':
      return 'a key here is no plain text; was a placeholder like {{ … }} left unfilled?'
    case 'TAG_RESOLVE_FAILED':
      return 'a tag here (a word that begins with !) is none that can be taken; quote it if it is meant as a text'
    case 'BAD_DQ_ESCAPE':
      return 'a backslash here begins nothing that JSON or YAML knows'
    case 'BAD_DIRECTIVE':
      return 'a directive here (a line that begins with %) is none that can be taken'
    case 'RESOURCE_EXHAUSTION':
      return nestedTooDeeply
    case 'MULTILINE_IMPLICIT_KEY':
      if (errors.some(one => one.code === 'BLOCK_IN_FLOW')) return 'a comma is missing behind the value here'
      break
  }
  switch (message) {
    case 'All mapping items must start at the same column':
      return 'this line does not line up with the keys before it; check its indentation'
    case 'All sequence items must start at the same column':
    case 'A block sequence may not be used as an implicit map key':
      return 'this line does not line up with the items before it; check its indentation'
    case 'Sequence item without - indicator':
      return 'this stands where an item of a list begins, and has no -; check its indentation'
    case 'Nested mappings are not allowed in compact mappings':
      return 'a text with a colon and a blank in it has to be quoted'
    case 'Missing closing "quote':
    case "Missing closing 'quote":
      return 'a quote is opened and never closed'
    case 'Unexpected , in flow map':
    case 'Unexpected , in flow sequence':
      return 'a comma too many'
    case 'Missing , between flow map items':
    case 'Missing , between flow sequence items':
      return 'a comma is missing before this'
    case 'Missing , or : between flow map items':
      return 'a comma, a colon or a quote is missing before this'
  }
  return (message.split('\n')[0] ?? message).replace(/(?<=\w): .*$/, '')
}
