import type { Paint } from './paint.js'
import type { Annotation, LogEntry } from './step-log.js'

/** As the page of a job shows them: titles are not in the log. */
const words = {
  error: { word: 'Error', style: 'red' },
  warning: { word: 'Warning', style: 'yellow' },
  notice: { word: 'Notice', style: 'bold' },
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

  #annotation({ level, message }: Annotation): string {
    const { word, style } = words[level]
    const [first = '', ...rest] = message.split('\n')
    return [this.#paint(style, `${word}: ${first}`), ...rest].join('\n')
  }

  #indented(text: string): string {
    return text
      .split('\n')
      .map(line => (line === '' ? line : this.#indent + line))
      .join('\n')
  }
}
