/** What is told of a value that is none of those that ECS takes, and what was probably meant by it. */

import { closest, quote } from '../errors/problem.js'
import type { Path } from '../text/json.js'
import { showPath } from '../text/json.js'
import { isVisible } from './visible-members.js'

/** Words of Docker, Compose and uname for what ECS calls otherwise, and no edit leads from one to the other. */
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

/** The value itself is told only where no value can be a secret. */
export function notAllowed(value: string, allowed: readonly string[], path: Path): string {
  const meant = meantBy(value, allowed)
  const told = isVisible(path) ? `${showPath(path)} ${quote(value)}` : showPath(path)
  return `${told} is not one of ${allowed.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`
}

function meantBy(value: string, allowed: readonly string[]): string | undefined {
  const word = value.toLowerCase().replace(/^(linux|windows)\//, '')
  const other = Object.hasOwn(others, word) ? others[word] : undefined
  return other !== undefined && allowed.includes(other) ? other : closest(word, allowed)
}
