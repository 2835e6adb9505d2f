/**
 * Values in the form of those that people put into task definitions by mistake. Made by chance: none of them opens
 * anything.
 */
import fc from 'fast-check'

export interface RandomSecret {
  readonly kind: string
  readonly value: string
  /** parts of it that no text may hold either: if one is told, so is something of the secret */
  readonly parts: readonly string[]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const token = (length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map(all => all.join(''))

/** Parts that only this secret has, and how they are put together. */
function secret(kind: string, lengths: readonly number[], make: (...parts: string[]) => string) {
  return fc.tuple(...lengths.map(token)).map(parts => ({ kind, value: make(...parts), parts }))
}

const header = (what: string) => `-----BEGIN ${what} KEY-----`

export const randomSecret: fc.Arbitrary<RandomSecret> = fc.oneof(
  secret('access key', [16], id => `AKIA${id.toUpperCase()}`).map(one => ({
    ...one,
    parts: [one.value.slice(4)],
  })),
  secret('secret access key', [19, 20], (a, b) => `${a}/${b}`),
  secret('signed token', [20, 40, 43], (a, b, c) => `eyJ${a}.eyJ${b}.${c}-_`),
  secret('token of GitHub', [36], id => `ghp_${id}`),
  secret('database URL', [16], word => `postgres://shop:${word}@db.internal:5432/shop?sslmode=require`),
  secret(
    'private key',
    [60, 60, 30],
    (a, b, c) => `${header('PRIVATE')}\n${a}\n${b}\n${c}==\n-----END-----\n`,
  ),
  secret('private key of Windows', [60, 40], (a, b) => `${header('RSA')}\r\n${a}\r\n${b}\r\n`),
  secret('JSON over lines', [24], word => `{\n  "type": "account",\n  "password": "${word}"\n}`),
  secret('blanks around and inside', [14, 14], (a, b) => `  ${a}\t\t ${b} `),
  secret('full stop at its end', [20], word => `${word}.`),
  secret('quotes and backslashes', [14, 14], (a, b) => `"${a}\\${b}'`),
  secret('Markdown', [14, 14], (a, b) => `**${a}** | <b>\`${b}\` @everyone ![x](y)`),
  secret('command of the runner', [14], word => `::error title=x::${word}%0A::add-mask::y`),
  secret('pattern', [14, 14], (a, b) => `$&${a}(.*)[^${b}]+\\1`),
  secret('an ARN and more', [20], word => `arn:aws:ecs:eu-west-1:1:cluster/prod ${word}`),
  secret('digits and dashes', [12], word => `0123-${word}-4567`),
)

/** Two of which one is a part of the other. */
export const nested: fc.Arbitrary<readonly RandomSecret[]> = fc
  .tuple(randomSecret, token(9))
  .map(([inner, more]) => [
    inner,
    { ...inner, value: `${inner.value}${more}`, parts: [...inner.parts, more] },
  ])

/** Without what Markdown and JSON put in between, so that nothing escapes by being escaped. */
export function bare(text: string): string {
  return text.replace(/\\[nrt]|[^A-Za-z0-9]+/g, ' ')
}
