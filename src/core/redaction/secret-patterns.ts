/** Secrets by their form alone. */

export interface SecretPattern {
  readonly what: string
  readonly pattern: RegExp
  /** quick to search for: the slower pattern needs it */
  readonly sign?: RegExp
  /** Web pages have them, too. */
  readonly mayBePublic?: true
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
  { what: 'a key of Google', pattern: /^AIza[\w-]{35}$/, mayBePublic: true },
  // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
  { what: 'a token of npm', pattern: /^npm_[A-Za-z\d]{36}$/ },
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
  { what: 'a key of SendGrid', pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
  // https://go.dev/wiki/SQLInterface: user:password@protocol(address)/database
  {
    what: 'a connection string with a password',
    pattern: /^[^\s:/@]{1,64}:[^\s@]{1,200}@(?:tcp|udp|unix)\(/,
    sign: /@(?:tcp|udp|unix)\(/,
  },
  // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and .NET's with `;`
  {
    what: 'a connection string with a password',
    pattern: /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]+/i,
  },
]

/** https://www.rfc-editor.org/rfc/rfc7519 */
export const token: SecretPattern = {
  what: 'a JSON Web Token',
  pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
  mayBePublic: true,
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
export const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i
