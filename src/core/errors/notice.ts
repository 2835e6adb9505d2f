import { redact } from '../redaction/redact.js'

/** Does not decide the outcome. */
export interface Notice {
  readonly level: 'warning' | 'notice'
  readonly text: string
  /** said first, because it changes what the user expects of the whole run */
  readonly isFirst?: true | undefined
}

export function warning(text: string): Notice {
  return { level: 'warning', text }
}

/** In the first lines of the report. */
export function firstWarning(text: string): Notice {
  return { level: 'warning', text, isFirst: true }
}

export function firstNotice(text: string): Notice {
  return { level: 'notice', text, isFirst: true }
}

export function notice(text: string): Notice {
  return { level: 'notice', text }
}

/** `service`: where there are several */
export function ofService(notice: Notice, service: string | undefined): Notice {
  return service === undefined ? notice : { ...notice, text: `${service}: ${notice.text}` }
}

/** Before everything else: what the user would not expect of the run. */
export function openingNotices(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ isFirst }) => isFirst)
}

export function laterNotices(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ isFirst }) => !isFirst)
}

/** The text may quote AWS. */
export function redactNotice(notice: Notice, hidden: readonly string[]): Notice {
  return { ...notice, text: redact(notice.text, hidden) }
}
