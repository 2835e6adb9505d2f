import type { VerificationResult } from '../../core/outcome/verification-result.js'
import type { Plan } from '../../core/plan/plan.js'
import type { Json } from '../../core/text/json.js'
import { shownUrl } from '../../core/verification/shown-url.js'

export function plannedVerificationJson({ verification }: Plan): Json {
  if (!verification) return null
  const { url, contains = null, ...rest } = verification.url
  return { url: { ...rest, url: shownUrl(url), contains }, onFailure: verification.onFailure }
}

export function verificationJson(result: VerificationResult): Json {
  const { kind, url } = result
  return {
    result: kind,
    reason: result.kind === 'verified' ? null : result.reason,
    url: url ? { url: url.url, requests: url.requests, seconds: Math.round(url.took / 1_000) } : null,
  }
}
