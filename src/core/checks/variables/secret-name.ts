/**
 * The last noun decides: DB_PASSWORD is a secret, PASSWORD_FILE a file, TOKEN_TTL a time, SECRET_ARN an ARN. Variants
 * come after it.
 */

const nouns: ReadonlySet<string> = new Set([
  'PASSWORD', 'PASSWORDS', 'PASSWD', 'PASSWRD', 'PASSPHRASE', 'PASS', 'PWD', 'PSW', 'SECRET', 'TOKEN', 'CREDENTIAL',
  'CREDENTIALS', 'CREDS', 'APIKEY', 'SECRETKEY', 'PRIVATEKEY', 'ACCESSKEY', 'PAT',
]) // biome-ignore format: one set

/** Other keys, such as cache keys, sort keys and public keys, are no secrets. */
const keys: ReadonlySet<string> = new Set([
  'API', 'SECRET', 'PRIVATE', 'ACCESS', 'ENCRYPTION', 'SIGNING', 'MASTER', 'HMAC', 'SHARED', 'AUTH', 'SSH', 'LICENSE',
]) // biome-ignore format: one set

const variants: ReadonlySet<string> = new Set([
  'PROD', 'PRODUCTION', 'STAGING', 'STAGE', 'DEV', 'DEVELOPMENT', 'TEST', 'QA', 'LIVE', 'SANDBOX', 'OLD', 'NEW', 'CURRENT',
  'PREVIOUS', 'NEXT', 'PRIMARY', 'SECONDARY', 'DEFAULT', 'VALUE', 'BASE', 'BASE64', 'B64', 'HEX', 'PLAIN', 'RAW',
]) // biome-ignore format: one set

/** Bundlers publish these. */
const isPublic = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|VITE|GATSBY|PUBLIC|VUE_APP)_/

/** Shells keep directories here. */
const shells: ReadonlySet<string> = new Set(['PWD', 'OLDPWD'])

export function isNamedPublic(name: string): boolean {
  return isPublic.test(name) || wordsOf(name).some(word => word === 'PUBLIC' || word === 'PUBLISHABLE')
}

export function isNamedSecret(name: string): boolean {
  if (isNamedPublic(name) || shells.has(name)) return false
  const words = wordsOf(name)
  while (words.length > 1 && (variants.has(words.at(-1) ?? '') || /^V?\d+$/.test(words.at(-1) ?? '')))
    words.pop()
  const [before, last] = [words.at(-2) ?? '', words.at(-1) ?? '']
  // PGPASSWORD, DBPASSWORD
  if (nouns.has(last) || last.endsWith('PASSWORD')) return true
  return (last === 'KEY' || last === 'KEYS') && keys.has(before)
}

/** `dbPassword`, `db.password`, `DB-PASSWORD` → DB, PASSWORD */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z\d]+/)
    .filter(word => word !== '')
}
