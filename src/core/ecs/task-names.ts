/** The tasks that a line is about, as it names them: the first of many stand for the rest. */
import { truncateList } from '../text/truncate-list.js'

/** ECS can start hundreds of tasks at once, and a line of all their names is no line. */
const most = 10

export function joinTaskNames(ids: readonly string[], between = ' '): string {
  return truncateList(ids, most, count => `and ${count} more`).join(between)
}
