/** One line of a look before it has its moment. */
import type { News } from './news.js'

export interface Line {
  readonly text: string
  readonly news?: News
}
