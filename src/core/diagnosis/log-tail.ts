/** The last lines of the log of one container of a failed task. */
export interface LogTail {
  /** ARN of the task */
  readonly task: string
  readonly container: string
  /** where CloudWatch Logs keeps it, if it does */
  readonly location: LogStream | undefined
  readonly log: Log
}

export interface LogStream {
  readonly region: string
  readonly group: string
  readonly stream: string
}

export type Log =
  /** oldest first; redacted, without control codes; can be empty */
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'unavailable'; readonly why: string }
