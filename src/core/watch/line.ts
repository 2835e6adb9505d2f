/** One line of a look before it has its moment. */
import type { TimelineEvent } from './timeline-event.js'

export interface Line {
  readonly text: string
  readonly event?: TimelineEvent | undefined
}
