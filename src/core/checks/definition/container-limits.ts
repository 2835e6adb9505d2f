/**
 * ECS: "The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.", "Soft limit exceeds hard
 * limit for ulimit nofile", "Tasks using the Fargate launch type must have a container stop timeout of less than 120
 * seconds." The other bounds are documented; whether ECS refuses what is out of them is not.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn, memberOf } from '../../task-definition/containers.js'
import { isList, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'
import { isOnFargate } from './fargate.js'

const restartPeriod = { least: 60, most: 1800 }
const mostExitCodes = 50
/** As Docker writes it. */
const unlimited = -1
const timeoutOnFargate = { least: 2, most: 120 }

export const containerLimits = defineCheck({ id: 'container-limits', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  const limits = ['restartPolicy', 'ulimits', 'startTimeout', 'stopTimeout']
  if (!containers.some(({ value }) => limits.some(member => value[member] !== undefined))) return undefined
  const flaws = containers.flatMap(container => [
    ...restartFlaws(container),
    ...ulimitFlaws(container),
    ...(isOnFargate(context) ? timeoutFlaws(container) : []),
  ])
  return flaws.map(flaw => toFinding(context, flaw))
}

function restartFlaws(container: Container): Flaw[] {
  const { value, path } = memberOf(container, 'restartPolicy')
  const { restartAttemptPeriod: period, ignoredExitCodes: codes } = value
  const { least, most } = restartPeriod
  const flaws: Flaw[] = []
  if (typeof period === 'number' && (period < least || period > most)) {
    flaws.push({
      path: [...path, 'restartAttemptPeriod'],
      text: `container ${container.name}: restartAttemptPeriod is ${period}, but ECS accepts only ${least} to ${most} seconds`,
      next: `Set it to a value from ${least} to ${most}.`,
    })
  }
  if (isList(codes) && codes.length > mostExitCodes) {
    flaws.push({
      path: [...path, 'ignoredExitCodes'],
      text: `container ${container.name} ignores ${codes.length} exit codes, but ECS accepts at most ${mostExitCodes}`,
      next: 'Remove some of them.',
    })
  }
  return flaws
}

function ulimitFlaws(container: Container): Flaw[] {
  return listedIn(container, 'ulimits').flatMap(({ value, path }): Flaw[] => {
    const { name, softLimit: soft, hardLimit: hard } = value
    if (typeof soft !== 'number' || typeof hard !== 'number') return []
    if (soft <= hard || hard === unlimited) return []
    return [
      {
        path: [...path, 'softLimit'],
        text: `container ${container.name}: the soft limit of ${text(name) ?? 'a ulimit'} is ${soft}, above its hard limit ${hard}`,
        next: 'Lower softLimit, or raise hardLimit.',
      },
    ]
  })
}

function timeoutFlaws({ name, value, path }: Container): Flaw[] {
  const { least, most } = timeoutOnFargate
  return ['startTimeout', 'stopTimeout'].flatMap((member): Flaw[] => {
    const seconds = value[member]
    if (typeof seconds !== 'number' || (seconds >= least && seconds <= most)) return []
    const isRefused = member === 'stopTimeout' && seconds > most
    return [
      {
        path: [...path, member],
        text: `container ${name}: ${member} is ${seconds}, but the valid values for Fargate are ${least} to ${most} seconds`,
        next: `Set it to a value from ${least} to ${most}.`,
        ...(isRefused ? {} : { result: 'warning' as const }),
      },
    ]
  })
}
