import { expect, test } from '@jest/globals'
import type { ApiErrorKind } from '../../../../src/core/errors/api-error.js'
import { ApiError, isTransient } from '../../../../src/core/errors/api-error.js'

const all: Record<ApiErrorKind, boolean> = {
  denied: false,
  expired: false,
  skewed: false,
  unconfigured: false,
  unreachable: false,
  throttled: true,
  unavailable: true,
  'out-of-time': false,
  missing: false,
  rejected: false,
}

test.each(Object.entries(all).map(([kind, passes]) => ({ kind: kind as ApiErrorKind, passes })))(
  '$kind passes by itself: $passes',
  ({ kind, passes }) => {
    expect(
      isTransient(new ApiError({ kind, operation: 'ecs:DescribeServices', code: 'X', message: 'x' })),
    ).toBe(passes)
  },
)
