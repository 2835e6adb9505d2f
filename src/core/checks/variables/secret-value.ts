/** A known form of secret, or plainly none. Entropy would also find hashes and ids. */
import { secretPatterns, token, withPassword } from '../../redaction/secret-patterns.js'
import { isPlaceholder } from '../../task-definition/placeholder.js'

/** Undefined for no secret, or a public token. */
export function secretForm(value: string, isPublic: boolean): string | undefined {
  const trimmed = value.trim()
  if (isToBeReplaced(trimmed)) return undefined
  const password = withPassword.exec(trimmed)?.groups?.password
  if (password !== undefined && !isToBeReplaced(password)) return 'a URL with a password'
  const known = [...secretPatterns, token].filter(({ mayBePublic }) => !isPublic || !mayBePublic)
  const form = known.find(({ pattern }) => pattern.test(trimmed))
  return form && !hasReference(trimmed) ? form.what : undefined
}

export function isHarmless(value: string): boolean {
  const trimmed = value.trim()
  return isToBeReplaced(trimmed) || isSwitch(trimmed) || isPlace(trimmed) || isPublished(trimmed)
}

/** `${DB_PASSWORD}`, `{{ password }}` */
function isToBeReplaced(value: string): boolean {
  return value === '' || hasReference(value) || words.test(value) || isPlaceholder(value)
}

/** Keys that browsers get: https://docs.stripe.com/keys, https://docs.mapbox.com/help/dive-deeper/access-tokens/ */
function isPublished(value: string): boolean {
  return (
    /^(?:pk_(?:live|test)_\w+|pk\.eyJ[\w.-]+|phc_\w+)$/.test(value) ||
    /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) \S+/.test(value) ||
    /^-----BEGIN (?:[A-Z]+ )*(?:PUBLIC KEY|CERTIFICATE)-----/.test(value)
  )
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

/** Where a secret is kept: ARN, path or URL without a password. */
function isPlace(value: string): boolean {
  return (
    /^arn:aws[a-z-]*:/.test(value) ||
    /^\.{0,2}(?:\/[\w.@-]+)+\/?$/.test(value) ||
    /^[a-z\d_.-]+(?:\/[a-z\d_.-]+)+$/.test(value) ||
    /^(?:vault:|[a-z][a-z\d+.-]*:\/\/)\S+$/i.test(value)
  )
}
