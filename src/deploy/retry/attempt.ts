/** An optional look: a fault is an answer, too. */
import { ApiError, unavailableReason } from '../../core/errors/api-error.js'
import type { Lookup } from '../../core/resources/lookup.js'
import { redact } from '../../core/task-definition/redact.js'

export async function attempt<T>(poll: () => Promise<T>): Promise<Lookup<T>> {
  try {
    return { kind: 'found', value: await poll() }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'unavailable', why: redact(unavailableReason(error), []) }
  }
}
