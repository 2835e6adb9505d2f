/**
 * Whether the health checks of the containers are some that ECS takes and runs.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
import type { Container } from '../../task-definition/containers.js'
import { containersOf } from '../../task-definition/containers.js'
import type { JsonObject } from '../../text/json.js'
import { isList, isObject } from '../../text/json.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'
import type { CheckContext } from '../check-context.js'

/** ECS refuses more: "Health check startPeriod must be less than or equal to the maximum allowed value 300". */
const bounds = [
  { member: 'interval', least: 5, most: 300, unit: 'seconds' },
  { member: 'timeout', least: 2, most: 60, unit: 'seconds' },
  { member: 'retries', least: 1, most: 10, unit: 'retries' },
  { member: 'startPeriod', least: 0, most: 300, unit: 'seconds' },
] as const

export function checkHealthChecks({ definition, positionOf }: CheckContext): Check[] {
  const checks = containersOf(definition).flatMap(container => {
    const { healthCheck } = container.value
    return isObject(healthCheck) ? [{ container, healthCheck }] : []
  })
  if (checks.length === 0) return []
  const outside = checks.flatMap(({ container, healthCheck }) =>
    outOfBounds(container, healthCheck, positionOf),
  )
  const idle = checks.flatMap(({ container, healthCheck }) =>
    withoutCommand(container, healthCheck, positionOf),
  )
  return [
    ...(outside.length > 0 ? outside : [passed('health-check')]),
    ...(idle.length > 0 ? idle : [passed('health-command')]),
  ]
}

function outOfBounds(
  { name, path }: Container,
  healthCheck: JsonObject,
  positionOf: CheckContext['positionOf'],
): Check[] {
  return bounds.flatMap(({ member, least, most, unit }): Check[] => {
    const value = healthCheck[member]
    if (typeof value !== 'number' || (value >= least && value <= most)) return []
    return [
      {
        id: 'health-check',
        result: 'refused',
        text: `container ${name}: healthCheck.${member} is ${value}, and ECS takes ${least} to ${most} ${unit}`,
        next: `Set healthCheck.${member} of ${name} to ${least} to ${most}.`,
        position: positionOf([...path, 'healthCheck', member]),
      },
    ]
  })
}

/** The words of a command can hold a secret: none of them is shown. */
function withoutCommand(
  { name, path }: Container,
  { command }: JsonObject,
  positionOf: CheckContext['positionOf'],
): Check[] {
  const words = isList(command) ? command : []
  const isRun = (words[0] === 'CMD' || words[0] === 'CMD-SHELL') && words.length > 1
  if (isRun) return []
  const why =
    words.length === 0
      ? 'is empty'
      : words[0] === 'NONE'
        ? 'is NONE, which switches the check off'
        : 'has to be CMD or CMD-SHELL and what to run'
  return [
    {
      id: 'health-command',
      result: 'warning',
      text: `container ${name}: healthCheck.command ${why}`,
      next: 'Begin it with CMD (a program and its arguments) or CMD-SHELL (one line for the shell), or leave healthCheck out.',
      position: positionOf([...path, 'healthCheck', 'command']),
    },
  ]
}
