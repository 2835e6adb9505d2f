/** A run that did something to more than one service: each has an outcome of its own. */

import { resourceName } from '../ecs/arn.js'
import { enumerate } from '../text/enumerate.js'
import type { Outcome } from './outcome.js'
import { type OutcomeName, outcomes } from './outcomes.js'
import { nameOfService, planOfService, type ServiceResult, targetOfService } from './service-result.js'

/** False where all of them ended before anything was done to one. */
export function isSplit({ services }: Pick<Outcome, 'services'>): boolean {
  return services.length > 1 && services.some(({ kind }) => kind !== 'untouched')
}

/** As if the run were about this service alone. */
export function onlyService(outcome: Outcome, service: ServiceResult): Outcome {
  const own = planOfService(service)
  const name = serviceNameOf(service)
  return {
    ...outcome,
    name: nameOfService(service),
    plan: outcome.plan && { ...outcome.plan, services: own ? [own] : [] },
    services: [service],
    problems: outcome.problems.flatMap(problem =>
      problem.service === undefined || problem.service === name ? { ...problem, service: undefined } : [],
    ),
  }
}

export function serviceNameOf(service: ServiceResult): string {
  return planOfService(service)?.observed.service.name ?? resourceName(targetOfService(service).service)
}

export function worstFirst(services: readonly ServiceResult[]): ServiceResult[] {
  return services.toSorted((a, b) => severityOf(b) - severityOf(a))
}

function severityOf(service: ServiceResult): number {
  return outcomes[nameOfService(service)].severity
}

/** `worker: rolled back; web and api: succeeded` */
export function overviewOf({ services }: Pick<Outcome, 'services'>): string {
  const names = new Map<OutcomeName, string[]>()
  for (const service of worstFirst(services)) {
    const name = nameOfService(service)
    names.set(name, [...(names.get(name) ?? []), serviceNameOf(service)])
  }
  const groups = [...names].map(([name, of]) => ({ label: outcomes[name].label, of }))
  const [first, ...others] = groups
  if (first && others.length === 0) return `all ${services.length} services: ${first.label}`
  return groups.map(({ label, of }) => `${enumerate(of)}: ${label}`).join('; ')
}
