/** Replaces what looks like a secret in texts of others. */
import { maskAssignments } from './secret-assignment.js'
import { secretPatterns, token } from './secret-patterns.js'

/** `PGPASSWORD hunter2`: a name in capitals is a variable. */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g

/** The password of a URL. Its scheme can have been redacted before. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi

/** A private key with what stands between its two ends, or up to the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs

/** The ARN of a secret names it and is not secret: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf`. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/

/** The patterns anywhere in a text, but not as the end of a longer name: `nginxapp-production`. */
const insideText = [...secretPatterns, token].map(
  ({ pattern }) =>
    new RegExp(pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, ''), `${pattern.flags}g`),
)

export function maskSecrets(text: string): string {
  const parts = text.replace(privateKey, '***').replace(urlPassword, '$1***@').split(arn)
  const withoutAssignments = parts.map((part, i) => {
    const isArn = i % 2 === 1
    return isArn ? part : maskAssignments(part.replace(variable, '$1 ***'))
  })
  return insideText.reduce((masked, pattern) => masked.replace(pattern, '***'), withoutAssignments.join(''))
}
