import type { Outcome } from '../../core/outcome/outcome.js'
import { fence, prose } from '../markdown/markdown.js'
import { evenOut } from '../messages/even-out.js'

export function evenOutParts(outcome: Outcome): string[] {
  const even = evenOut(outcome)
  return even ? [`**Next:** ${prose(even.words)}`, fence([...even.commands], 'sh')] : []
}
