/** Answers in a row that prove it; an unexpected one begins anew. */
import type { UrlOptions } from '../options/verify-options.js'
import { formatElapsed } from '../text/duration.js'

export interface UrlProof {
  readonly startedAt: number
  readonly requests: number
  readonly unexpected: number
  /** expected ones, up to now */
  readonly inARow: number
  /** why the last unexpected answer was one */
  readonly reason: string | undefined
  /** some request got to what was deployed, as far as is known */
  readonly isReached: boolean
  /** the last line of the log, without its time */
  readonly line: { readonly text: string; readonly at: number } | undefined
}

export function openProof(startedAt: number): UrlProof {
  return {
    startedAt,
    requests: 0,
    unexpected: 0,
    inARow: 0,
    reason: undefined,
    isReached: false,
    line: undefined,
  }
}

/** The log is never silent for longer, in milliseconds. */
const longestSilence = 60_000

export interface Answer {
  /** undefined: the expected one */
  readonly reason: string | undefined
  readonly isReached: boolean
  readonly at: number
}

/** `line`: undefined if the log has it already */
export function withAnswer(
  before: UrlProof,
  { at, isReached, reason }: Answer,
  { successes, status }: UrlOptions,
) {
  const proof: UrlProof = { ...before, isReached: before.isReached || isReached }
  const requests = proof.requests + 1
  if (reason === undefined) {
    const inARow = proof.inARow + 1
    const text = `${status} as expected   (${inARow} of ${successes})`
    return { proof: { ...proof, requests, inARow, line: { text, at } }, line: text }
  }
  const next = { ...proof, requests, reason, inARow: 0, unexpected: proof.unexpected + 1 }
  // A server that is down gives the same answer for minutes.
  const isRepeated = proof.line?.text === reason
  if (isRepeated && at - proof.line.at < longestSilence) return { proof: next, line: undefined }
  const line = isRepeated ? `still ${reason}   (${requests} requests)` : reason
  return { proof: { ...next, line: { text: reason, at } }, line }
}

export type ProofVerdict = 'proven' | 'out-of-time' | 'undecided'

/** The pause and the next answer take time, too. */
export function verdictOf(proof: UrlProof, options: UrlOptions, now: number): ProofVerdict {
  if (proof.inARow >= options.successes) return 'proven'
  return now + options.intervalSeconds * 1_000 >= endOf(proof, options) ? 'out-of-time' : 'undecided'
}

export function endOf({ startedAt }: UrlProof, { forSeconds }: UrlOptions): number {
  return startedAt + forSeconds * 1_000
}

/** `https://web.example.com/: 502 instead of 200 (24 of 24 requests in 2:00)` */
export function failureText(
  proof: UrlProof,
  { shown, now }: { readonly shown: string; readonly now: number },
) {
  const { reason, requests, startedAt, unexpected } = proof
  const took = formatElapsed(now - startedAt)
  if (reason === undefined)
    return `${shown}: only ${proof.inARow} answers in ${took}, which is too few in a row`
  return `${shown}: ${reason} (${unexpected} of ${requests} requests in ${took})`
}
