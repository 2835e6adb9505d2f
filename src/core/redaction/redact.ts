import { stripControlCharacters } from '../text/control-characters.js'
import { maskSecrets } from './mask-secrets.js'

/** Takes whole texts only: a cut text may end in part of a secret, which no pattern finds. */
export function redact(text: string, hidden: readonly string[]): string {
  const withoutValues = hidden.reduce((redacted, value) => redacted.replaceAll(value, '***'), text)
  return maskSecrets(stripControlCharacters(withoutValues))
}
