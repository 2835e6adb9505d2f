import type { VerificationResult } from '../../core/outcome/verification-result.js'
import type { Plan } from '../../core/plan/plan.js'
import type { Json } from '../../core/text/json.js'
import { shownUrl } from '../../core/verification/shown-url.js'
import { runTaskCall } from '../log/task-lines.js'
import { taskJson } from './task-json.js'

export function plannedVerificationJson(plan: Plan): Json {
  const { verification } = plan
  if (!verification) return null
  const task = runTaskCall({ ...plan, task: verification.task }) ?? null
  return { url: urlJson(verification.url), task, onFailure: verification.onFailure }
}

function urlJson(options: NonNullable<Plan['verification']>['url']): Json {
  if (!options) return null
  const { url, contains = null, ...rest } = options
  return { ...rest, url: shownUrl(url), contains }
}

export function verificationJson(result: VerificationResult): Json {
  const { kind, task, url } = result
  return {
    result: kind,
    reason: result.kind === 'verified' ? null : result.reason,
    url: url ? { url: url.url, requests: url.requests, seconds: Math.round(url.took / 1_000) } : null,
    task: task ? taskJson(task) : null,
  }
}
