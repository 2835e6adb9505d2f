export interface LogTail {
  /** ARN */
  readonly task: string
  readonly container: string
  /** undefined: not in CloudWatch Logs */
  readonly location: LogStream | undefined
  readonly log: Log
}

export interface LogStream {
  readonly region: string
  readonly group: string
  readonly stream: string
}

export type Log =
  /** oldest first, redacted, without control codes */
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'unavailable'; readonly why: string }
