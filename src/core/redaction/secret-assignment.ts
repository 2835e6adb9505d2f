/** Values behind a name that says secret: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */

/** A name, or the end of one, that says its value is secret. */
const secretName =
  /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?/gi

/** `=`, `: `, `": "`, `\": `. */
const operator = /\\?["']?\s*[:=]\s*/y

/** What can stand between the operator and the value: a quote, or the scheme of an Authorization header. */
const prefix = /\\?["']|bearer\s+|basic\s+/iy

/** Up to a blank or something that separates values; a backslash belongs to it unless it escapes a quote. */
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/y

/** The last part of a path, which can be called like a secret: `/app/get-token`, `registry/auth-token`. */
const endOfPath = /\/[\w.-]{1,200}$/

/** What follows a path that is only mentioned: `"/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const afterPath = /\\?["']:|:\S/y

/** What follows the family of a revision: `auth-token:8`. */
const revisionNumber = /:\d{1,5}(?!\w)/y

/** How a sentence goes on behind a colon: `failed to fetch anonymous token: unexpected status`. */
const sentenceWord =
  /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy

/** The text with *** for each value. */
export function maskAssignments(text: string): string {
  let masked = ''
  let copied = 0
  let from = 0
  for (;;) {
    secretName.lastIndex = from
    const name = secretName.exec(text)
    if (!name) return masked + text.slice(copied)
    const found = valueBehind(text, name.index + name[0].length)
    if (found) {
      masked += `${text.slice(copied, found.start)}***`
      copied = found.end
    }
    from = found ? found.end : name.index + 1
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The value that is assigned to the name that ends here, unless the name is not meant as one. */
function valueBehind(text: string, nameEnd: number): Span | undefined {
  const operatorEnd = endOf(operator, text, nameEnd)
  if (operatorEnd === undefined) return undefined
  if (isMentioned(text, nameEnd)) return undefined
  const prefixEnd = endOf(prefix, text, operatorEnd)
  const valueEnd = prefixEnd === undefined ? undefined : endOf(value, text, prefixEnd)
  if (prefixEnd !== undefined && valueEnd !== undefined) return { start: prefixEnd, end: valueEnd }
  // A prefix with nothing behind it is a value itself.
  if (isSentence(text, nameEnd, operatorEnd)) return undefined
  const end = endOf(value, text, operatorEnd)
  return end === undefined ? undefined : { start: operatorEnd, end }
}

/** Whether a path or a revision ends here. */
function isMentioned(text: string, nameEnd: number): boolean {
  if (endOf(revisionNumber, text, nameEnd) !== undefined) return true
  const before = text.slice(Math.max(0, nameEnd - 201), nameEnd)
  return endOf(afterPath, text, nameEnd) !== undefined && endOfPath.test(before)
}

function isSentence(text: string, nameEnd: number, operatorEnd: number): boolean {
  return (
    /:\s+$/.test(text.slice(nameEnd, operatorEnd)) && endOf(sentenceWord, text, operatorEnd) !== undefined
  )
}

/** Where a match of the sticky pattern that starts here ends. */
function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}
