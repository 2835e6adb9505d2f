/** Something a person should know that does not decide the outcome. */
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
