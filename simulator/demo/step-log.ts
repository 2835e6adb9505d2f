/** Interprets a step's log as the runner does: workflow commands, masks and annotations. */
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.js'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title: string | undefined
  readonly file: string | undefined
  readonly line: number | undefined
}

export type LogEntry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'end-group' }
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }

export class StepLog {
  readonly entries: LogEntry[] = []
  readonly #masks: string[] = []
  #stopToken: string | undefined

  get annotations(): Annotation[] {
    return this.entries.flatMap(entry => (entry.kind === 'annotation' ? [entry.annotation] : []))
  }

  add(line: string): LogEntry | undefined {
    const entry = this.#read(line)
    if (entry) this.entries.push(entry)
    return entry
  }

  mask(text: string): string {
    return this.#masks.reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
  }

  #read(line: string): LogEntry | undefined {
    const command = parseWorkflowCommand(line)
    if (this.#stopToken !== undefined) {
      if (command?.name === this.#stopToken) {
        this.#stopToken = undefined
        return undefined
      }
      return { kind: 'text', text: this.mask(line) }
    }
    return command ? this.#run(command, line) : { kind: 'text', text: this.mask(line) }
  }

  #run(command: WorkflowCommand, line: string): LogEntry | undefined {
    const message = this.mask(command.message)
    switch (command.name) {
      case 'group':
        return { kind: 'group', title: message }
      case 'endgroup':
        return { kind: 'end-group' }
      case 'debug':
        return { kind: 'debug', text: message }
      case 'error':
      case 'warning':
      case 'notice':
        return { kind: 'annotation', annotation: annotation(command.name, message, command.properties) }
      case 'add-mask':
        if (command.message !== '') this.#masks.push(command.message)
        return undefined
      case 'stop-commands':
        this.#stopToken = command.message
        return undefined
      default:
        return { kind: 'text', text: this.mask(line) }
    }
  }
}

function annotation(
  level: Annotation['level'],
  message: string,
  { title, file, line }: Readonly<Record<string, string>>,
): Annotation {
  return {
    level,
    message,
    title: title || undefined,
    file: file || undefined,
    line: line ? Number(line) : undefined,
  }
}
