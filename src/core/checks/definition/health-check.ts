import { type ContainerHealthCheck, healthChecksIn } from '../../task-definition/container-health-checks.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const healthCheck = defineCheck({ id: 'health-check', run })

/**
 * ECS: "Health check startPeriod must be less than or equal to the maximum allowed value 300".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
const bounds = [
  { member: 'interval', least: 5, most: 300, unit: 'seconds' },
  { member: 'timeout', least: 2, most: 60, unit: 'seconds' },
  { member: 'retries', least: 1, most: 10, unit: 'retries' },
  { member: 'startPeriod', least: 0, most: 300, unit: 'seconds' },
] as const

function run(context: CheckContext): Findings {
  const checks = healthChecksIn(context.definition)
  return checks.length > 0 ? checks.flatMap(check => outOfBounds(context, check)) : undefined
}

function outOfBounds(
  { positionOf }: CheckContext,
  { name, path, value }: ContainerHealthCheck,
): CheckFinding[] {
  return bounds.flatMap(({ member, least, most, unit }): CheckFinding[] => {
    const number = value[member]
    if (typeof number !== 'number' || (number >= least && number <= most)) return []
    return [
      {
        result: 'refused',
        text: `container ${name}: healthCheck.${member} is ${number}, but ECS accepts only ${least} to ${most} ${unit}`,
        next: `Set healthCheck.${member} of ${name} to a value from ${least} to ${most}.`,
        position: positionOf([...path, member]),
      },
    ]
  })
}
