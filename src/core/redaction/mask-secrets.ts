import { maskAssignments } from './secret-assignment.js'
import { secretPatterns, token } from './secret-patterns.js'

/** `PGPASSWORD hunter2` */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g

/** The scheme may be redacted already. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi

/** Up to its end line or the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs

/** The ARN of a secret is not secret. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/

/** Not as the end of a longer name: `nginxapp-production`. */
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
