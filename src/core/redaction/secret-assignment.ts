/** Values of secret names: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
import { maskSpans, type Span } from './span.js'

/** Also matches the end of a name. */
const secretName =
  /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|(?:access|account)[-_]?key|authorization|credentials?/gi

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
  /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|only|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy

/** `container auth-token: hostPort is 81`: members of a task definition, as our own messages begin with them. */
const member =
  /(?:awslogs-(?:group|region)|(?:container|host)Port(?:Range)?|healthCheck\.[A-Za-z]+|restartAttemptPeriod|st(?:art|op)Timeout)(?=\s)/y

export function maskAssignments(text: string): string {
  return maskSpans(text, assignedSpans(text))
}

export function assignedValues(text: string): string[] {
  return assignedSpans(text).map(({ start, end }) => text.slice(start, end))
}

export function isSecretName(name: string): boolean {
  secretName.lastIndex = 0
  return secretName.test(name)
}

function assignedSpans(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (;;) {
    secretName.lastIndex = from
    const name = secretName.exec(text)
    if (!name) return spans
    const found = valueBehind(text, name.index + name[0].length)
    if (found) spans.push(found)
    from = found ? found.end : name.index + 1
  }
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
    /:\s+$/.test(text.slice(nameEnd, operatorEnd)) &&
    [sentenceWord, member].some(words => endOf(words, text, operatorEnd) !== undefined)
  )
}

/** `pattern` must be sticky. */
function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}
