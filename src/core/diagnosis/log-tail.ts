/** What was collected about failed tasks beside what ECS says of them. Optional: the verdict never depends on it. */

/** The end of the log of one container of a failed task. */
export interface LogTail {
  /** ARN of the task */
  readonly task: string
  readonly container: string
  /** where it is kept in CloudWatch Logs, if it is */
  readonly place: { readonly region: string; readonly group: string; readonly stream: string } | undefined
  readonly log: Log
}

export type Log =
  /** oldest first; without control codes and without values that must not be shown; can be empty */
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  /** why there is nothing to show */
  | { readonly kind: 'unavailable'; readonly why: string }
