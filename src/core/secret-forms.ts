/** Forms by which a secret is known wherever it stands, and texts without them. */

export interface Form {
  readonly what: string
  readonly pattern: RegExp
}

export const forms: readonly Form[] = [
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
export const token: Form = {
  what: 'a JSON Web Token',
  pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
export const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i

/** A name that says secret before a value: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
const named =
  /\b([\w-]*(?:password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?))(["']?\s*[:=]\s*(?:["']|bearer\s+|basic\s+)?)[^\s"',;&]+/gi

/** Anywhere in a text, not only as the whole of it. */
const inside = [...forms, token].map(
  ({ pattern }) => new RegExp(pattern.source.replace(/^\^/, '').replace(/\$$/, ''), `${pattern.flags}g`),
)

/** Far more than is shown of a line; the patterns take time by the square of what they search. */
const longest = 1_000

/** The beginning of a line of somebody's log, without what looks like a secret in it. */
export function maskForms(line: string): string {
  const urls = line.slice(0, longest).replace(/([a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:)[^\s/@]+@/gi, '$1***@')
  // `PGPASSWORD hunter2`: a name in capitals is a variable.
  const spaced = urls.replace(
    /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g,
    '$1 ***',
  )
  const names = spaced.replace(named, '$1$2***')
  return inside.reduce((text, pattern) => text.replace(pattern, '***'), names)
}
