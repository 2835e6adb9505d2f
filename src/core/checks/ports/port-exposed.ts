/** An app need not listen on the port that its image exposes. */

import { revisionName } from '../../ecs/arn.js'
import { portAdvice } from '../../ecs/port-advice.js'
import { servingBefore } from '../../ecs/service.js'
import type { ImageConfig } from '../../resources/registry-image.js'
import { checkedPort, describeCheck } from '../../resources/target-group.js'
import { tripsAt } from '../../settings/breaker.js'
import { shortImage } from '../../task-definition/image.js'
import { enumerate } from '../../text/enumerate.js'
import { isList, objectsIn, text } from '../../text/json.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import type { Balanced } from './balanced-containers.js'
import { balancedContainers, hasSamePorts, mappingPath } from './balanced-containers.js'
import { portVariables } from './port-variables.js'

export const portExposed = defineCheck({ id: 'port-exposed', run })

function run(context: CheckContext): Findings {
  const balanced = balancedContainers(context)
  for (const one of balanced) {
    const why = unavailableConfig(context, one)
    if (why !== undefined) return [unavailable(why)]
  }
  const findings = balanced.flatMap(one => checkExposed(context, one))
  const problems = findings.filter(({ result }) => result !== 'passed')
  return problems.length > 0 ? problems : anyOf(findings.slice(0, 1))
}

function unavailableConfig({ resources }: CheckContext, { image, config }: Balanced): string | undefined {
  const lookup = resources.images.get(image)
  if (lookup?.kind === 'unavailable') return lookup.why
  if (config || lookup?.kind !== 'found' || lookup.value.kind !== 'stored') return undefined
  return lookup.value.unavailable?.config
}

function checkExposed(context: CheckContext, balanced: Balanced): CheckFinding[] {
  const { container, config, live, balancer } = balanced
  const exposed = config && exposedBy(config)
  if (!exposed || exposed.length === 0) return []
  const before = live?.config && exposedBy(live.config)
  const isUnchanged = live?.proven && before && hasSamePorts(before, exposed)
  if (exposed.includes(balancer.port) || isUnchanged || isConfigured(balanced)) return [passed]
  const hasMoved = (live?.proven && before?.includes(balancer.port)) ?? false
  const isCertain = hasMoved && !mayBeHidden(container)
  const doubts = doubtsOf(balanced, exposed, hasMoved)
  const isFatal = isCertain && isCheckedInVain(balanced, exposed)
  return [
    {
      result: isCertain ? 'refused' : 'warning',
      text: isFatal ? `${doubts}: ${expectedResult(context)}` : doubts,
      next: portAdvice(balancer.port, exposed.length === 1 ? exposed[0] : undefined),
      position: context.positionOf(mappingPath(balanced) ?? container.path),
    },
  ]
}

function doubtsOf(
  { image, live, groups, balancer: { port } }: Balanced,
  exposed: readonly number[],
  hasMoved: boolean,
): string {
  const checks = groups.map(
    ({ name, healthCheck }) => `target group ${name} checks ${describeCheck(healthCheck, port)}`,
  )
  const checked = checks.length > 0 ? ` and ${enumerate(checks)}` : ''
  const doubt = `${shortImage(image)} exposes ${enumerate(exposed.map(String))}, but the load balancer sends requests to ${port}${checked}`
  if (!hasMoved || !live) return doubt
  return `${doubt}; ${shortImage(live.image)}, which serves, exposes ${port}`
}

/** `5201/tcp` → 5201; undefined if any is no plain port. */
function exposedBy({ exposedPorts }: ImageConfig): number[] | undefined {
  const ports = exposedPorts.map(port => Number(/^(\d+)(?:\/\w+)?$/.exec(port)?.[1]))
  return ports.some(Number.isNaN) ? undefined : ports
}

/** A variable or command with the port outweighs what the image exposes. */
function isConfigured({ balancer: { port }, container, config }: Balanced): boolean {
  const { command, entryPoint, healthCheck, environment } = container.value
  const words = JSON.stringify([command, entryPoint, healthCheck, environment].map(part => part ?? []))
  return (
    portVariables(container, config).some(({ ports }) => ports.includes(port)) ||
    new RegExp(`(?<!\\d)${port}(?!\\d)`).test(words)
  )
}

/** Environment files and secrets, which cannot be read, may set the port. */
function mayBeHidden({ value }: Balanced['container']): boolean {
  const { environmentFiles } = value
  const names = objectsIn(value.secrets).map(({ name }) => text(name) ?? '')
  return (
    (isList(environmentFiles) && environmentFiles.length > 0) ||
    names.some(name => /PORT|LISTEN|BIND|ADDR(?:ESS)?$|ARGS$|OPTS$|ASPNETCORE_URLS/i.test(name))
  )
}

function isCheckedInVain({ balancer, groups }: Balanced, exposed: readonly number[]): boolean {
  return (
    groups.length > 0 &&
    groups.every(({ healthCheck }) => !exposed.includes(checkedPort(healthCheck, balancer.port)))
  )
}

function expectedResult({ observed }: CheckContext): string {
  const failures = 'every task would fail its health check'
  if (!observed) return failures
  const { service, settings } = observed
  const { breaker, rolloutCount } = settings.after
  const { enable, rollback, threshold } = breaker
  // Rounding of unbounded shares is not documented.
  if (!enable || rolloutCount === 0 || threshold.type === 'UNBOUNDED_PERCENT') return failures
  const hasCompleted = service.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED')
  const target = rollback && hasCompleted ? servingBefore(service) : undefined
  const reaction = target ? `roll back to ${revisionName(target)}` : 'stop the deployment'
  return `${failures}, and the circuit breaker would ${reaction} after ${tripsAt(threshold, rolloutCount)} of them`
}
