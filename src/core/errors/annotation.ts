import { redact } from '../redaction/redact.js'
import type { Position } from './problem.js'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly position?: Position | undefined
}

/** The text of an error nobody expected may quote anything. */
export function bugAnnotation(error: unknown): Annotation {
  const message = redact(error instanceof Error ? error.message : String(error), [])
  return { level: 'error', title: 'ecs-safe-deploy has a bug', message }
}

export function redactAnnotation(annotation: Annotation): Annotation {
  const lines = annotation.message.split('\n')
  return { ...annotation, message: lines.map(line => redact(line, [])).join('\n') }
}
