/** What is a secret by its looks, wherever it stands. Made by chance: none of them opens anything. */
import fc from 'fast-check'

export interface Blob {
  readonly kind: string
  readonly value: string
  /** the secret parts of the value */
  readonly parts: readonly string[]
}

const bytes = (least: number, most: number) => fc.uint8Array({ minLength: least, maxLength: most })
const encoded = (encoding: 'base64' | 'base64url' | 'hex', least: number, most: number) =>
  bytes(least, most)
    .map(all => Buffer.from(all).toString(encoding))
    .filter(isMixed)

/** Shorter ones can consist of words by chance. Random text has some of everything; what shrinking makes of it (`AAAA`) is no secret. */
function isMixed(text: string): boolean {
  const isHex = /^[\da-f]+$/.test(text)
  if (/(.)\1{3}|(.{4}).*\2/.test(text)) return false
  const groups = isHex ? [/\d/g, /[a-f]/g] : [/[a-z]/g, /[A-Z]/g, /\d/g]
  const different = new Set(text).size
  return different >= (isHex ? 8 : 14) && groups.every(group => (text.match(group)?.length ?? 0) >= 2)
}

const word = encoded('base64', 24, 24).map(text => text.replace(/[+/]/g, '7'))
const one = (kind: string, value: fc.Arbitrary<string>): fc.Arbitrary<Blob> =>
  value.map(text => ({ kind, value: text, parts: [text] }))
const around = (kind: string, write: (secret: string) => string): fc.Arbitrary<Blob> =>
  word.map(secret => ({ kind, value: write(secret), parts: [secret] }))

function wrapped(text: string, width: number): string[] {
  return text.match(RegExp(`.{1,${width}}`, 'g')) ?? []
}

const long = encoded('base64', 64, 96)

export const randomBlob: fc.Arbitrary<Blob> = fc.oneof(
  one('base64', encoded('base64', 24, 48)),
  one('base64 for URLs', encoded('base64url', 24, 48)),
  // 40 digits are a commit, whose name is no secret.
  one(
    'hexadecimal digits',
    encoded('hex', 12, 48).filter(text => text.length !== 40),
  ),
  one('a word', word),
  fc.tuple(long, fc.constantFrom(64, 76)).map(([text, width]) => {
    const parts = wrapped(text, width)
    return { kind: 'wrapped base64', value: parts.join('\n'), parts }
  }),
  long.map(text => {
    const parts = wrapped(text, 64)
    const value = ['-----BEGIN PRIVATE KEY-----', ...parts, '-----END PRIVATE KEY-----'].join('\n')
    return { kind: 'a private key', value, parts }
  }),
  around('a token of GitHub', secret => `ghp_${secret}${secret.slice(0, 12)}`),
  around('a token of Slack', secret => `xoxb-1234567890-${secret}`),
  around('a key of Stripe', secret => `sk_live_${secret}`),
  around('a JSON Web Token', secret => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${secret}`),
  around('a database URL', secret => `postgres://shop:${secret}@db.internal:5432/shop`),
  around('JSON', secret => JSON.stringify({ user: 'shop', password: secret })),
  around('JSON of a key without a name', secret => JSON.stringify(['shop', { value: secret }])),
  around('an assignment', secret => `password=${secret}`),
  around('quotes', secret => `"${secret}"`),
  around('a prefix', secret => `web-${secret}`),
  around('a suffix', secret => `${secret}_prod`),
  around('percent signs', secret => `%22${secret}%22`),
)

/** More than eight characters in a row of a secret part, whatever escapes and invisible signs stand in between. */
export function shownParts(blobs: readonly Blob[], shown: string): string[] {
  const bare = lettersOf(shown)
  return blobs.flatMap(({ kind, value, parts }) =>
    parts.flatMap(part => {
      const letters = lettersOf(part)
      const windows = Array.from({ length: Math.max(0, letters.length - 8) }, (_, i) =>
        letters.slice(i, i + 9),
      )
      const found = windows.filter(window => bare.includes(window))
      return found.length > 0 ? [`${found[0]}… of ${kind} ${value}`] : []
    }),
  )
}

function lettersOf(text: string): string {
  return text.replace(/\\+[nrtbf]|\\+u[\da-f]{4}|[^A-Za-z\d]/g, '')
}
