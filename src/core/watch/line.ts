/** One line of a look before it has its moment. */
import type { News } from './timeline-event.js'

export interface Line {
  readonly text: string
  readonly news?: News
}
