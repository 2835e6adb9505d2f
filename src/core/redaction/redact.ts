/** Texts that came from elsewhere (an error of AWS, a container's reason, a log line) as they may be shown. */
import { stripControlCharacters } from '../text/control-characters.js'
import { maskSecrets } from './mask-secrets.js'

/**
 * Without these values, without what looks like a secret, and without control characters. Takes whole texts only: one
 * that was cut before may end in a part of a secret, which nothing would find.
 */
export function redact(text: string, hidden: readonly string[]): string {
  const withoutValues = hidden.reduce((redacted, value) => redacted.replaceAll(value, '***'), text)
  return maskSecrets(stripControlCharacters(withoutValues))
}
