import { redact } from '../redaction/redact.js'

/** Does not decide the outcome. */
export interface Notice {
  readonly level: 'warning' | 'notice'
  readonly text: string
}

export function warning(text: string): Notice {
  return { level: 'warning', text }
}

export function notice(text: string): Notice {
  return { level: 'notice', text }
}

/** The text may quote AWS. */
export function redactNotice(notice: Notice, hidden: readonly string[]): Notice {
  return { ...notice, text: redact(notice.text, hidden) }
}
