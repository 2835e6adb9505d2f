import type { VerifyOptions } from '../core/options/verify-options.js'
import type { InputForm } from './input-form.js'

export function readVerifyOptions({ report, values }: InputForm): VerifyOptions | undefined {
  const url = values['verify-url']
  if (url === undefined) return undefined
  const successes = values['verify-successes']
  const intervalSeconds = values['verify-interval-seconds']
  const forSeconds = values['verify-for-seconds']
  const least = (successes - 1) * intervalSeconds
  if (forSeconds <= least) {
    const text = `is ${forSeconds}, but ${successes} answers with pauses of ${intervalSeconds} seconds take more than ${least}: raise it, or lower verify-successes or verify-interval-seconds`
    report('verify-for-seconds', text)
  }
  const contains = values['verify-contains'] || undefined
  const status = values['verify-status']
  const onFailure = values['on-verify-failure']
  return { onFailure, url: { url, status, contains, successes, intervalSeconds, forSeconds } }
}
