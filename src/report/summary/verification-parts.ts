import type { Outcome } from '../../core/outcome/outcome.js'
import { verificationText } from '../log/verification-lines.js'
import { unlinked } from '../markdown/markdown.js'
import { sentence } from '../messages/sentence.js'

/** The reason why it failed stands above. */
export function verificationParts({ verification }: Outcome): string[] {
  if (verification?.kind !== 'verified') return []
  const text = sentence(verificationText(verification))
  return [unlinked(text.charAt(0).toUpperCase() + text.slice(1))]
}
