/** Every outcome that the code knows, sorted, for comparing documents with. */
import type { OutcomeName } from '../../src/core/outcome/outcome.js'

/** The compiler sees to it that none is missing here. */
const known: Record<OutcomeName, true> = {
  succeeded: true,
  idle: true,
  started: true,
  'no-change': true,
  planned: true,
  registered: true,
  refused: true,
  'rolled-back': true,
  failed: true,
  superseded: true,
  'timed-out': true,
  cancelled: true,
  unknown: true,
}

export const outcomes = Object.keys(known).sort()
