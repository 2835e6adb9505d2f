/**
 * What the value of a variable looks like: a known form of secret, or plainly none (empty, a switch, a place where a
 * secret is kept). Nothing here guesses by entropy, which finds hashes and ids as often as secrets.
 */
import { secretPatterns, token, withPassword } from '../../redaction/secret-patterns.js'

/** The form that gives it away as a secret, or nothing. A token that everybody gets is none. */
export function secretForm(value: string, isPublic: boolean): string | undefined {
  const trimmed = value.trim()
  if (isPlaceholder(trimmed)) return undefined
  const password = withPassword.exec(trimmed)?.groups?.password
  if (password !== undefined && !isPlaceholder(password)) return 'a URL with a password'
  const known = isPublic ? secretPatterns : [...secretPatterns, token]
  const form = known.find(({ pattern }) => pattern.test(trimmed))
  return form && !hasReference(trimmed) ? form.what : undefined
}

/** Whether a value cannot be a secret, whatever its variable is called. */
export function isHarmless(value: string): boolean {
  const trimmed = value.trim()
  return isPlaceholder(trimmed) || isSwitch(trimmed) || isPlace(trimmed)
}

/** Nothing, a word in its place, or what something else puts the secret into: `${DB_PASSWORD}`, `{{ password }}`. */
function isPlaceholder(value: string): boolean {
  return value === '' || hasReference(value) || words.test(value)
}

const words =
  /^(?:change[-_ ]?(?:me|it)|replace[-_ ]?me|redacted|placeholder|dummy|none|null|nil|undefined|n\/?a|tbd|x{3,}|\*+|\.{3}|<[^<>]*>|\[[^[\]]*\])$/i

function hasReference(value: string): boolean {
  return /\$\{[^{}]+\}|\$\([^()]+\)|\{\{[^{}]+\}\}|^\$\w+$|^%\w+%$/.test(value)
}

/** `true`, `off`, `15m`, `1 day` */
function isSwitch(value: string): boolean {
  return /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|0|1|\d+\s?(?:ms|s|m|h|d|seconds?|minutes?|hours?|days?))$/i.test(
    value,
  )
}

/** Where a secret is kept: an ARN, a path, a URL of a vault or of a page (one with a password has that form). */
function isPlace(value: string): boolean {
  return (
    /^arn:aws[a-z-]*:/.test(value) ||
    /^\.{0,2}(?:\/[\w.@-]+)+\/?$/.test(value) ||
    /^[a-z\d_.-]+(?:\/[a-z\d_.-]+)+$/.test(value) ||
    /^(?:vault:|[a-z][a-z\d+.-]*:\/\/)\S+$/i.test(value)
  )
}
