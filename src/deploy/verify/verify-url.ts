/** Requests an address until it proves that the new revision answers, or the time is up. */
import type { UrlOptions } from '../../core/options/verify-options.js'
import type { FailedVerification, UrlResult } from '../../core/outcome/verification-result.js'
import { formatElapsed } from '../../core/text/duration.js'
import { checkAnswer } from '../../core/verification/check-answer.js'
import { secretsOfUrl, shownUrl } from '../../core/verification/shown-url.js'
import {
  type Answer,
  endOf,
  failureText,
  openProof,
  verdictOf,
  withAnswer,
} from '../../core/verification/url-proof.js'
import type { Ports } from '../../ports.js'
import { unlessCanceled } from '../../retry/cancellation.js'

export interface UrlRequest {
  readonly options: UrlOptions
  /** values to redact */
  readonly secrets: readonly string[]
  readonly log: (line: string) => void
}

export type VerifiedUrl = { readonly url: UrlResult } & (
  | { readonly kind: 'verified' | 'cancelled' }
  | { readonly kind: 'failed'; readonly proof: FailedVerification['proof']; readonly reason: string }
)

type VerifyPorts = Pick<Ports, 'canceled' | 'clock' | 'web'>

/** Milliseconds from the request to the last byte. docs/security.md lists these numbers. */
export const answerTime = 10_000

/** Read of one answer; more is left unread. */
export const maxWebAnswerBytes = 1024 * 1024

export async function verifyUrl(ports: VerifyPorts, request: UrlRequest): Promise<VerifiedUrl> {
  const { canceled, clock } = ports
  const { log, options } = request
  const shown = shownUrl(options.url)
  let proof = openProof(clock.now())
  const result = (): UrlResult => ({
    url: shown,
    requests: proof.requests,
    took: clock.now() - proof.startedAt,
  })
  log(`         GET ${shown}`)
  for (;;) {
    const answer = await unlessCanceled(readAnswer(ports, request, endOf(proof, options)), canceled)
    if (!answer || canceled.aborted) return { kind: 'cancelled', url: result() }
    const now = clock.now()
    const next = withAnswer(proof, { ...answer, at: now }, options)
    proof = next.proof
    if (next.line !== undefined) log(`  ${formatElapsed(now - proof.startedAt).padStart(5)}  ${next.line}`)
    switch (verdictOf(proof, options, now)) {
      case 'proven':
        return { kind: 'verified', url: result() }
      case 'out-of-time':
        return {
          kind: 'failed',
          url: result(),
          proof: proof.isReached ? 'disproven' : 'unproven',
          reason: failureText(proof, { shown, now }),
        }
      case 'undecided':
        await clock.sleep(options.intervalSeconds * 1_000, canceled)
    }
    if (canceled.aborted) return { kind: 'cancelled', url: result() }
  }
}

/** Of one answer, with its redirects. */
async function readAnswer(
  { clock, web }: VerifyPorts,
  { options, secrets }: UrlRequest,
  endsAt: number,
): Promise<Omit<Answer, 'at'>> {
  const deadline = Math.min(endsAt, clock.now() + answerTime)
  let { url } = options
  let hidden = secrets
  for (let redirects = 0; ; redirects++) {
    const milliseconds = deadline - clock.now()
    if (milliseconds <= 0) return { reason: 'its redirects took too long', isReached: true }
    const answer = await web.get(url, { milliseconds, bytes: maxWebAnswerBytes })
    const checked = checkAnswer(answer, { options, url, redirects, secrets: hidden })
    if (checked.kind === 'expected') return { reason: undefined, isReached: true }
    if (checked.kind === 'unexpected') {
      const { isReached, reason } = checked
      return { reason, isReached: isReached || redirects > 0 }
    }
    url = checked.to
    hidden = [...hidden, ...secretsOfUrl(url)]
  }
}
