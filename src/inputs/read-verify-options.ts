import type { UrlOptions, VerifyOptions } from '../core/options/verify-options.js'
import type { InputForm } from './input-form.js'
import { readVerifyingTask } from './read-task-options.js'

export function readVerifyOptions(form: InputForm, cluster: string): VerifyOptions | undefined {
  const url = readUrl(form)
  const task = readVerifyingTask(form, cluster)
  return url || task ? { url, task, onFailure: form.values['on-verify-failure'] } : undefined
}

function readUrl({ report, values }: InputForm): UrlOptions | undefined {
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
  return { url, status: values['verify-status'], contains, successes, intervalSeconds, forSeconds }
}
