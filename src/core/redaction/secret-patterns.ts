/** Forms by which a secret is known wherever it stands, and texts without them. */

export interface SecretPattern {
  readonly what: string
  readonly pattern: RegExp
}

export const secretPatterns: readonly SecretPattern[] = [
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
  {
    what: 'a connection string with a password',
    pattern: /^[^\s:/@]{1,200}:[^\s@]{1,200}@(?:tcp|udp|unix)\(/,
  },
  // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and the ;-separated ones of .NET
  {
    what: 'a connection string with a password',
    pattern: /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]+/i,
  },
]

/** https://www.rfc-editor.org/rfc/rfc7519 */
export const token: SecretPattern = {
  what: 'a JSON Web Token',
  pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
export const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i

/** What says secret of the value behind it. */
const secretName =
  /(password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?)/

/** The end of a path can be a name and no more: `exec: "/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const notOfPath = /(?!(?<=\/[\w.-]{1,200})(?:\\?["']:|:\S))/

/** So can what a revision is of: `auth-token:8`. */
const notOfRevision = /(?!:\d{1,5}(?!\w))/

/** `=`, `: `, `": "`, `: Bearer `. */
const assigned = /(\\?["']?\s*[:=]\s*(?:\\?["']|bearer\s+|basic\s+)?)/

/** After a colon a sentence can go on instead: `failed to fetch anonymous token: unexpected status`. */
const notSentence =
  /(?!(?<=:\s+)(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$)))/

const value = /(?:[^\s"',;&\\]|\\(?!["']))+/

/** A name that says secret before a value: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
const named = new RegExp(
  [secretName, notOfPath, notOfRevision, assigned, notSentence, value].map(({ source }) => source).join(''),
  'gi',
)

/** `PGPASSWORD hunter2`: a name in capitals is a variable. */
const spaced = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g

/** The scheme can be a value that was taken out before. */
const url = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi

/** With what stands between its two ends, as far as it is there. */
const key = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs

/** Names what secrets are in, and is none: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf`. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/

/** Anywhere in a text, not only as the whole of it; but no end of a longer name: `nginxapp-production`. */
const inside = [...secretPatterns, token].map(
  ({ pattern }) =>
    new RegExp(pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, ''), `${pattern.flags}g`),
)

/** A text of somebody else's without what looks like a secret in it. */
export function maskSecrets(text: string): string {
  const parts = text.replace(key, '***').replace(url, '$1***@').split(arn)
  const unnamed = parts.map((part, nth) =>
    // Every second one is an ARN.
    nth % 2 === 1 ? part : part.replace(spaced, '$1 ***').replace(named, '$1$2***'),
  )
  return inside.reduce((masked, pattern) => masked.replace(pattern, '***'), unnamed.join(''))
}
