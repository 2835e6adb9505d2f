import type { Paint } from './paint.js'
import type { Annotation, LogEntry } from './step-log.js'

const marks = {
  error: { sign: '✗', style: 'red' },
  warning: { sign: '⚠', style: 'yellow' },
  notice: { sign: 'ℹ', style: 'bold' },
} as const

export class LogView {
  readonly #paint: Paint
  #indent = ''

  constructor(paint: Paint) {
    this.#paint = paint
  }

  /** Undefined for entries that the runner hides. */
  show(entry: LogEntry): string | undefined {
    switch (entry.kind) {
      case 'text':
        return this.#indented(entry.text)
      case 'group':
        this.#indent = '  '
        return this.#paint('bold', `▸ ${entry.title}`)
      case 'end-group':
        this.#indent = ''
        return undefined
      case 'debug':
        return undefined
      case 'annotation':
        return this.#indented(this.#annotation(entry.annotation))
    }
  }

  #annotation({ level, title, message }: Annotation): string {
    const { sign, style } = marks[level]
    const [first = '', ...rest] = (title ? `${title}: ${message}` : message).split('\n')
    return [this.#paint(style, `${sign} ${first}`), ...rest.map(line => `  ${line}`)].join('\n')
  }

  #indented(text: string): string {
    return text
      .split('\n')
      .map(line => (line === '' ? line : this.#indent + line))
      .join('\n')
  }
}
