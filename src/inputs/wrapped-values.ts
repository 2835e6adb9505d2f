/**
 * Values that somebody's program wrapped: `openssl rand -base64` after 64 columns, `base64` after 76, PEM after 64. Each
 * line of an input is a value of its own, so that the rest would become a name.
 */
import { isRandom } from '../core/text/name.js'

export interface WrappedValue {
  /** indexes of lines; the first one has the beginning of the value */
  readonly first: number
  readonly last: number
  readonly kind: 'base64' | 'pem'
}

/** In their order. */
export function wrappedValues(lines: readonly string[]): WrappedValue[] {
  const found: WrappedValue[] = []
  for (let first = 0; first < lines.length; first++) {
    const kind = isPemStart(lines[first] ?? '') ? 'pem' : 'base64'
    const last = kind === 'pem' ? endOfPem(lines, first) : endOfBase64(lines, first)
    if (last === first) continue
    found.push({ first, last, kind })
    first = last
  }
  return found
}

const base64 = /^[A-Za-z\d+/_-]+={0,2}$/

/** The end of base64: `aGVsbG8=`. */
export function isPadded(text: string): boolean {
  return text.endsWith('=') && base64.test(text) && (text.endsWith('==') || text.length % 4 === 0)
}

/** https://www.rfc-editor.org/rfc/rfc7468 */
function isPemStart(line: string): boolean {
  return /-----BEGIN [A-Z\d ]+-----\s*$/.test(line)
}

/** To its end line; without one, as far as the lines can be a body. */
function endOfPem(lines: readonly string[], first: number): number {
  const end = lines.findIndex((line, i) => i > first && /-----END [^-]*-----|-----END-----/.test(line))
  if (end > first) return end
  let last = first
  while (isBody(lines[last + 1])) last++
  return last
}

function isBody(line: string | undefined): boolean {
  return line !== undefined && base64.test(line.trim())
}

function endOfBase64(lines: readonly string[], first: number): number {
  const line = lines[first] ?? ''
  const value = line.slice(line.indexOf('=') + 1).trim()
  if (!isFullLine(value)) return first
  let last = first
  while (isRest(lines[last + 1], value.length)) {
    last++
    if (!isFullLine((lines[last] ?? '').trim())) break
  }
  return last
}

/** A hexadecimal digest has as many digits, and no program wraps it. */
function isFullLine(text: string): boolean {
  return /^[A-Za-z\d+/_-]{60,}$/.test(text) && !/^(?:[\da-f]+|[\dA-F]+)$/.test(text) && isRandom(text)
}

/** A name without a value (`FEATURES=`) can have the length of base64, too. */
function isRest(line: string | undefined, width: number): boolean {
  const text = line?.trim() ?? ''
  if (!base64.test(text) || text.length > width) return false
  const letters = text.replace(/=+$/, '')
  if (letters === text || text.endsWith('==')) return true
  return isPadded(text) && (letters.length < 7 || !mayBeName(letters))
}

/** In one case, with at most one digit, or with a separator, which the base64 of `openssl` and `base64` never has. */
function mayBeName(letters: string): boolean {
  if (/^(?:[A-Z_]+\d?|[a-z_.-]+\d?)$/.test(letters)) return true
  return /[A-Za-z\d][_-][A-Za-z]/.test(letters) && /^(?:[A-Z\d_-]+|[a-z\d_-]+)$/.test(letters)
}
