/** Values of secret names: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */

/** Also matches the end of a name. */
const secretName =
  /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?/gi

/** `=`, `: `, `": "`, `\": ` */
const operator = /\\?["']?\s*[:=]\s*/y

/** A quote, or the scheme of an Authorization header. */
const prefix = /\\?["']|bearer\s+|basic\s+/iy

/** A backslash is part of the value unless it escapes a quote. */
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/y

/** A path can end like a secret: `/app/get-token`. */
const endOfPath = /\/[\w.-]{1,200}$/

/** A path that is only mentioned: `"/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const afterPath = /\\?["']:|:\S/y

/** `auth-token:8` */
const revisionNumber = /:\d{1,5}(?!\w)/y

/** `failed to fetch anonymous token: unexpected status` */
const sentenceWord =
  /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy

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

function valueBehind(text: string, nameEnd: number): Span | undefined {
  const operatorEnd = endOf(operator, text, nameEnd)
  if (operatorEnd === undefined) return undefined
  if (isMentioned(text, nameEnd)) return undefined
  const prefixEnd = endOf(prefix, text, operatorEnd)
  const valueEnd = prefixEnd === undefined ? undefined : endOf(value, text, prefixEnd)
  if (prefixEnd !== undefined && valueEnd !== undefined) return { start: prefixEnd, end: valueEnd }
  // A prefix with nothing behind is the value.
  if (isSentence(text, nameEnd, operatorEnd)) return undefined
  const end = endOf(value, text, operatorEnd)
  return end === undefined ? undefined : { start: operatorEnd, end }
}

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

/** `pattern` must be sticky. */
function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}
