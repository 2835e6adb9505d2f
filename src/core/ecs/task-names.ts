import { truncateList } from '../text/truncate-list.js'

/** ECS can start hundreds of tasks at once. */
const maxTasks = 10

export function joinTaskNames(ids: readonly string[], between = ' '): string {
  return truncateList(ids, maxTasks, count => `and ${count} more`).join(between)
}
