/**
 * What the value of a variable looks like: a known form of secret, or plainly none (empty, a switch, a place where a
 * secret is kept). Nothing here guesses by entropy, which finds hashes and ids as often as secrets.
 */

interface Form {
  readonly what: string
  readonly pattern: RegExp
}

const forms: readonly Form[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  { what: 'an access key id of AWS', pattern: /^(?:AKIA|ASIA)[A-Z2-7\d]{16}$/ },
  // https://www.rfc-editor.org/rfc/rfc7468
  {
    what: 'a private key',
    pattern: /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  },
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  { what: 'a token of GitHub', pattern: /^(?:gh[pousr]_[A-Za-z\d]{36,}|github_pat_\w{22,})$/ },
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  { what: 'a token of GitLab', pattern: /^gl(?:pat|dt|rt|cbt|ptt|soat)-[\w.-]{20,}$/ },
  // https://docs.slack.dev/authentication/tokens
  { what: 'a token of Slack', pattern: /^(?:xox[abeprs]|xapp)-[\w-]{10,}$/ },
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  { what: 'a webhook of Slack', pattern: /^https:\/\/hooks\.slack\.com\/(?:services|workflows)\/\S+$/ },
  // https://docs.stripe.com/keys
  { what: 'a key of Stripe', pattern: /^(?:[rs]k_(?:live|test)|whsec)_\w{10,}$/ },
  // https://docs.cloud.google.com/docs/authentication/api-keys
  { what: 'a key of Google', pattern: /^AIza[\w-]{35}$/ },
  // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
  { what: 'a token of npm', pattern: /^npm_[A-Za-z\d]{36}$/ },
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
  { what: 'a key of SendGrid', pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
  // https://go.dev/wiki/SQLInterface: user:password@protocol(address)/database
  { what: 'a connection string with a password', pattern: /^[^\s:/@]+:[^\s@]+@(?:tcp|udp|unix)\(/ },
  // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and the ;-separated ones of .NET
  {
    what: 'a connection string with a password',
    pattern: /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]+/i,
  },
]

/** https://www.rfc-editor.org/rfc/rfc7519 */
const token: Form = {
  what: 'a JSON Web Token',
  pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i

/** The form that gives it away as a secret, or nothing. A token that everybody gets is none. */
export function secretForm(value: string, isPublic: boolean): string | undefined {
  const trimmed = value.trim()
  if (isPlaceholder(trimmed)) return undefined
  const password = withPassword.exec(trimmed)?.groups?.password
  if (password !== undefined && !isPlaceholder(password)) return 'a URL with a password'
  const known = isPublic ? forms : [...forms, token]
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
