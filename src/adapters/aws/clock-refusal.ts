/**
 * AWS refuses signatures of a clock that is minutes off, before they have an effect.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import { formatMinutes } from '../../core/text/duration.js'

interface SignatureError {
  readonly name?: unknown
  readonly message?: unknown
  readonly $metadata?: { readonly clockSkewCorrected?: unknown }
}

/** Refused for their time alone. */
const byName = ['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed']
/** Also refused for a wrong key. */
const bySignature = ['InvalidSignatureException', 'SignatureDoesNotMatch']

export function isClockRefusal(error: unknown): boolean {
  const { name, message } = (error ?? {}) as SignatureError
  if (typeof name !== 'string') return false
  return byName.includes(name) || (bySignature.includes(name) && isAboutTime(String(message)))
}

function isAboutTime(message: string): boolean {
  return /^Signature (?:expired|not yet current)/.test(message)
}

/** The SDK signs anew, by the time of AWS where the refusal has shown it. */
export function isWorthSigningAgain(error: unknown): boolean {
  if (isClockRefusal(error)) return true
  const { name, $metadata } = (error ?? {}) as SignatureError
  // The SDK says this of every error while the clock is off.
  return $metadata?.clockSkewCorrected === true && bySignature.includes(String(name))
}

/** `the clock of this machine is 12 minutes behind the clock of AWS` */
export function clockText(message: string): string {
  const ahead = minutesAhead(message)
  if (!ahead) return `the clock of this machine is off, so AWS refuses what it signs (${message})`
  const side = ahead > 0 ? 'ahead of' : 'behind'
  return `the clock of this machine is ${formatMinutes(Math.abs(ahead))} ${side} the clock of AWS, which refuses what it signs`
}

/** `Signature expired: 20261130T083000Z is now earlier than 20261130T083700Z (20261130T084200Z - 5 min.)` */
function minutesAhead(message: string): number | undefined {
  const times = /: (\d{8}T\d{6}Z) is (?:now earlier|still later) than \S+ \((\d{8}T\d{6}Z) [-+]/.exec(message)
  const [signed, received] = (times?.slice(1) ?? []).map(toMilliseconds)
  if (signed === undefined || received === undefined) return undefined
  return Math.round((signed - received) / 60_000)
}

function toMilliseconds(basic: string): number {
  return Date.parse(basic.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}
