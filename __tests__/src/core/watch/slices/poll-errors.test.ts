/** Which failed polls end a watch. */
import { expect, test } from '@jest/globals'
import { ApiError, type ApiErrorKind } from '../../../../../src/core/errors/api-error.js'
import { type LostContact, noErrors, pollFailed } from '../../../../../src/core/watch/slices/poll-errors.js'

const error = (kind: ApiErrorKind) =>
  new ApiError({ kind, operation: 'ecs:DescribeServices', code: 'Code', message: 'no' })

/** Why contact is lost after these errors in a row, and at which of them. */
function lostAfter(kinds: readonly ApiErrorKind[]): { at: number; lost: LostContact } | undefined {
  let errors = noErrors
  for (const [index, kind] of kinds.entries()) {
    const { errors: next, lost } = pollFailed(errors, error(kind))
    if (lost) return { at: index + 1, lost }
    errors = next
  }
  return undefined
}

const often = (kind: ApiErrorKind) => Array.from({ length: 20 }, () => kind)

test.each<{ kinds: readonly ApiErrorKind[]; at?: number; reason?: string; lost?: 'credentials' }>([
  { kinds: often('throttled') },
  { kinds: often('unavailable') },
  { kinds: ['denied', 'denied'] },
  { kinds: often('denied'), at: 3, reason: 'ecs:DescribeServices' },
  { kinds: ['expired', 'expired'] },
  { kinds: often('expired'), at: 3, reason: 'credentials', lost: 'credentials' },
  { kinds: often('missing'), at: 3, reason: 'ecs:DescribeServices was refused: no' },
  { kinds: ['unconfigured', 'unconfigured'] },
  { kinds: often('unconfigured'), at: 3, reason: 'credentials', lost: 'credentials' },
  { kinds: often('rejected'), at: 3, reason: 'ecs:DescribeServices was refused: no' },
  { kinds: ['rejected', 'unavailable', 'unconfigured', 'rejected'], at: 4, reason: 'refused' },
])('$kinds: lost at $at', ({ kinds, at, reason, lost }) => {
  const result = lostAfter(kinds)
  expect(result?.at).toBe(at)
  expect(result?.lost.lost).toBe(lost)
  expect(result?.lost.reason ?? '').toContain(reason ?? '')
})

test('throttled polls in a row are counted', () => {
  const once = pollFailed(noErrors, error('throttled')).errors
  expect(pollFailed(once, error('throttled')).errors.throttled).toBe(2)
  expect(pollFailed(once, error('unavailable')).errors.throttled).toBe(1)
})
