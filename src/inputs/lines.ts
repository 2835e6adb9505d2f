/** A line may contain a secret: problems name its number, and its key only if it is a name. */

import { quote } from '../core/errors/problem.js'
import { duplicates } from '../core/text/duplicates.js'
import { hasNameCharacters, isName, isRandom } from '../core/text/name.js'
import { type InputRow, type Report, splitList } from './input-row.js'
import { isPadded, type WrappedValue, wrappedValues } from './wrapped-values.js'

export interface Pair {
  readonly key: string
  /** all after the first `=`, with blanks */
  readonly value: string
}

export interface Line {
  /** counted from 1 */
  readonly number: number
  readonly text: string
}

export function pairs(form?: string): InputRow<readonly Pair[]> {
  return { default: '', parse: (value, report) => parsePairs(value, report, { form }) }
}

/** Separated by commas or lines. */
export function names(): InputRow<readonly string[]> {
  return {
    default: '',
    parse: (value, report) => linesOf(value, report).flatMap(({ text }) => splitList(text, ',')),
  }
}

export function variables(): InputRow<readonly Pair[]> {
  return { default: '', parse: (value, report) => parseVariables(value, report, 'NAME=value') }
}

/** Programs can only read names of one word. With more, it is a line of a script, a list, or the rest of a value. */
export function parseVariables(value: string, report: Report, form: string): Pair[] {
  const hasOneWord = (key: string) => !/\s/.test(key)
  return parsePairs(value, report, { form, takes: key => hasNameCharacters(key) && hasOneWord(key) })
}

/** Without empty lines. Accepts Windows line ends; reports values that continue on further lines. */
export function linesOf(value: string, report: Report): Line[] {
  const lines = value.split(/\r?\n/)
  const wrapped = wrappedValues(lines)
  for (const one of wrapped) report(wrappedProblem(one))
  return lines.flatMap((text, i) => {
    const isPart = wrapped.some(({ first, last }) => i >= first && i <= last)
    if (isPart || text.trim() === '') return []
    if (!isEnd(text.trim())) return [{ number: i + 1, text }]
    report(`line ${i + 1} looks like the end of a value that was wrapped: ${onOneLine}`)
    return []
  })
}

/** Of base64, whatever stands before it. */
function isEnd(text: string): boolean {
  return isPadded(text) && isRandom(text)
}

interface PairForm {
  /** `NAME=value` */
  readonly form?: string | undefined
  /** whether a key that is no name may be one here */
  readonly takes?: (key: string) => boolean
}

export function parsePairs(
  value: string,
  report: Report,
  { form = 'key=value', takes }: PairForm = {},
): Pair[] {
  const found = linesOf(value, report).flatMap(({ number, text }) => {
    const cut = text.indexOf('=')
    const pair = { key: text.slice(0, Math.max(0, cut)).trimStart(), value: text.slice(cut + 1) }
    const problem = cut < 0 ? noSign(text) : lineProblem(pair, takes ?? hasNameCharacters)
    if (problem === undefined) return [pair]
    report(`line ${number} ${problem.replaceAll('FORM', form)}`)
    return []
  })
  for (const key of duplicates(found.map(pair => pair.key)))
    report(`${isName(key) ? quote(key) : 'a key'} appears more than once`)
  return found
}

/** The form of YAML, of JSON, or a name alone. */
function noSign(text: string): string {
  if (/^\s*[{[]/.test(text)) return 'is JSON, not FORM: write each entry as FORM on a line of its own'
  return /^\s*[\w.-]+\s*:/.test(text)
    ? 'is not FORM: write = instead of the colon'
    : 'is not FORM: it has no ='
}

function lineProblem({ key }: Pair, takes: (key: string) => boolean): string | undefined {
  const name = key.trim()
  if (name === '') return 'is not FORM'
  if (name !== key)
    return isName(name) ? `has a space between ${quote(name)} and the =` : 'has a space before the ='
  if (!takes(key) && hasNameCharacters(key))
    return 'has several words before the =: write FORM, without export or a dash, and each value on one line'
  if (!takes(key)) return 'has no name before the =: it is not FORM'
  return undefined
}

const onOneLine =
  "write the value on one line (`base64 -w0`, `openssl rand -base64 64 | tr -d '\\n'`), or keep it in Secrets Manager or Parameter Store and name it in secrets"

function wrappedProblem({ first, last, kind }: WrappedValue): string {
  if (kind === 'pem')
    return `lines ${first + 1} to ${last + 1} are one value, a key or a certificate (PEM): keep it in Secrets Manager or Parameter Store and name it in secrets, or write it as base64 on one line (\`base64 -w0\`)`
  const rest = last === first + 1 ? `line ${last + 1} looks` : `lines ${first + 2} to ${last + 1} look`
  return `${rest} like the rest of the value in line ${first + 1}, which was wrapped: ${onOneLine}`
}
