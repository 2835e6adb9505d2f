import { closest, quote } from '../errors/problem.js'
import type { Path } from '../text/json.js'
import { showPath } from '../text/json.js'
import { placeholderIn } from './placeholder.js'
import { isVisible } from './visible-members.js'

/** Words of Docker, Compose and uname unlike those of ECS. */
const others: Readonly<Record<string, string>> = {
  amd64: 'X86_64',
  x64: 'X86_64',
  aarch64: 'ARM64',
  arm: 'ARM64',
  service_started: 'START',
  service_healthy: 'HEALTHY',
  service_completed_successfully: 'SUCCESS',
  cloudwatch: 'awslogs',
}

/** Shows the value only if it cannot be secret. */
export function notAllowed(value: string, allowed: readonly string[], path: Path): string {
  const suggestion = suggestValue(value, allowed)
  const shown = isVisible(path) ? `${showPath(path)} ${quote(value)}` : showPath(path)
  if (placeholderIn(value))
    return `${shown} is a placeholder that nothing has replaced: use the input placeholders, or write one of ${allowed.join(', ')}`
  return `${shown} is not one of ${allowed.join(', ')}${suggestion ? `; did you mean ${suggestion}?` : ''}`
}

function suggestValue(value: string, allowed: readonly string[]): string | undefined {
  const word = value.toLowerCase().replace(/^(linux|windows)\//, '')
  const other = Object.hasOwn(others, word) ? others[word] : undefined
  return other !== undefined && allowed.includes(other) ? other : closest(word, allowed)
}
