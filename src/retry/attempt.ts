/** ApiErrors as values. Nothing else catches them, except adapters that translate errors. */
import { ApiError, unavailableReason } from '../core/errors/api-error.js'
import { redact } from '../core/redaction/redact.js'
import type { Lookup } from '../core/resources/lookup.js'

export type Attempt<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError }

/** The result of the work or the ApiError that it raised. Any other error is a bug and is thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'answered', value: await work() }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'failed', error }
  }
}

/** The same for something optional: of the error only the reason is kept, redacted. */
export async function lookup<T>(work: () => Promise<T>): Promise<Lookup<T>> {
  const found = await attempt(work)
  if (found.kind === 'answered') return { kind: 'found', value: found.value }
  return { kind: 'unavailable', why: redact(unavailableReason(found.error), []) }
}
