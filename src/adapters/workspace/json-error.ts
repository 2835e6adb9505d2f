/** Mistakes in JSON that the YAML parser takes for text or reports elsewhere, found in the tokens of its lexer. */
import { CST, Lexer } from 'yaml'
import type { Explained } from './yaml-error.js'

interface Token {
  readonly source: string
  readonly offset: number
  /** text without quotes */
  readonly isPlain: boolean
}

/** Undefined also for texts that are no JSON. */
export function jsonProblem(text: string): Explained | undefined {
  if (!/^\ufeff?\s*[[{]/.test(text)) return undefined
  const tokens = tokensOf(text)
  return comment(tokens) ?? bracket(tokens)
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let offset = 0
  let isPlain = false
  for (const source of new Lexer().lex(text)) {
    if (source === CST.DOCUMENT || source === CST.FLOW_END) continue
    if (source !== CST.SCALAR) {
      tokens.push({ source, offset, isPlain })
      offset += source.length
    }
    isPlain = source === CST.SCALAR
  }
  return tokens
}

/** YAML takes it for the beginning of a key or the end of a value. */
function comment(tokens: readonly Token[]): Explained | undefined {
  for (const { source, offset, isPlain } of tokens) {
    const begin = isPlain ? /(?<=^|\s)\/[/*]/.exec(source) : null
    if (begin) {
      const why =
        'a comment begins here, and JSON has none: remove it, or begin it with # and name the file .yml'
      return { why, offset: offset + begin.index }
    }
  }
  return undefined
}

const openers: Readonly<Record<string, '{' | '['>> = { '}': '{', ']': '[' }

/** The parser reports what is not closed. */
function bracket(tokens: readonly Token[]): Explained | undefined {
  const brackets = tokens.filter(({ source, isPlain }) => !isPlain && /^[[\]{}]$/.test(source))
  const count = (wanted: string) => brackets.filter(({ source }) => source === wanted).length
  const open: string[] = []
  for (const { source, offset } of brackets) {
    const opener = openers[source]
    if (opener === undefined) {
      if (open.length === 0 && offset !== brackets[0]?.offset)
        return { why: 'a second document begins here, but a task definition is a single one', offset }
      open.push(source)
    } else if (open.at(-1) === opener) open.pop()
    else if (count(source) > count(opener))
      return { why: `there is a ${source} too many here: nothing that it could close is open`, offset }
    else return undefined
  }
  return undefined
}
