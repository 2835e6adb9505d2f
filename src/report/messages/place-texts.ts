import type { Outcome } from '../../core/outcome/outcome.js'
import { placeOf } from '../../core/outcome/place.js'

/** Region and account, as far as they are known. `region`: that the step is set to */
export function placeTexts(outcome: Outcome, region: string | undefined): string[] {
  const place = placeOf(outcome)
  return [place?.region || region, place?.account].flatMap(text => text || [])
}
