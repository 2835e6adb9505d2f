/** Besides adapters, nothing else catches ApiErrors. */
import { ApiError } from '../core/errors/api-error.js'
import { unavailableReason } from '../core/errors/denial.js'
import { redact } from '../core/redaction/redact.js'
import type { Lookup } from '../core/resources/lookup.js'

export type Attempt<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError }

/** Other errors are bugs and are thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'answered', value: await work() }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'failed', error }
  }
}

/** Keeps only the redacted reason of an error. */
export async function lookup<T>(work: () => Promise<T>): Promise<Lookup<T>> {
  const found = await attempt(work)
  if (found.kind === 'answered') return { kind: 'found', value: found.value }
  return unavailable(found.error)
}

export function unavailable(error: ApiError): Lookup<never> {
  return { kind: 'unavailable', why: redact(unavailableReason(error), []) }
}
