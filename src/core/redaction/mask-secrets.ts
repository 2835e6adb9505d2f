import { maskRandom } from './mask-random.js'
import { maskAssignments } from './secret-assignment.js'
import { secretPatterns } from './secret-patterns.js'
import { maskUnfinished } from './unfinished-secret.js'

/** `PGPASSWORD hunter2` */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g

/** The scheme may be redacted already. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi

/** `user:PASSWORD@registry.test/web:1`, by mistake in the name of an image */
const hostPassword =
  /(?<![\w./-])([\w.-]{1,100}:)[^\s/:@"'=]{1,200}@(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}(?::\d{1,5})?\/)/g

/** Up to its end line or the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs

/** The ARN of a secret is not secret. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/

/** Not as the end of a longer name: `nginxapp-production`. */
const insideText = secretPatterns.map(({ pattern, sign = /(?:)/ }) => {
  const source = pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, '')
  return { pattern: new RegExp(source, `${pattern.flags}g`), sign }
})

/** Looks at each run of letters once: many of them can look like the beginning of a token. */
const jsonWebToken =
  /(?<![\w-])(?=[\w-]+\.eyJ[\w-]{2,}\.[\w-]{10})([\w-]*?(?<![A-Za-z\d]))eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}/g

export function maskSecrets(text: string): string {
  const parts = text
    .replace(privateKey, '***')
    .replace(urlPassword, '$1***@')
    .replace(hostPassword, '$1***@')
    .split(arn)
  const withoutAssignments = parts.map((part, i) => {
    const isArn = i % 2 === 1
    return isArn ? part : maskAssignments(part.replace(variable, '$1 ***'))
  })
  const masked = insideText.reduce(
    (all, { pattern, sign }) => (sign.test(all) ? all.replace(pattern, '***') : all),
    withoutAssignments.join(''),
  )
  return maskRandom(maskUnfinished(masked.replace(jsonWebToken, '$1***')))
}
