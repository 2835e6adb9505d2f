/** A run that did something to more than one service: each has an outcome of its own. */

import { resourceName, revisionName } from '../ecs/arn.js'
import { enumerate } from '../text/enumerate.js'
import type { Outcome } from './outcome.js'
import { outcomes } from './outcomes.js'
import {
  nameOfService,
  planOfService,
  type ServiceResult,
  takeBackOf,
  targetOfService,
} from './service-result.js'

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
  const isOther = (service: ServiceResult) => Number(takeBackOf(service) !== undefined)
  return services.toSorted((a, b) => severityOf(b) - severityOf(a) || isOther(a) - isOther(b))
}

/** The service that others were taken back for. */
export function firstFailure({ services }: Pick<Outcome, 'services'>): ServiceResult | undefined {
  const names = new Set(services.map(service => takeBackOf(service)?.service))
  return services.find(service => names.has(serviceNameOf(service)))
}

function severityOf(service: ServiceResult): number {
  return outcomes[nameOfService(service)].severity
}

/** `rolled back`, `completed, then taken back to web:7` */
function labelOf(service: ServiceResult): string {
  const takeBack = takeBackOf(service)
  const { label } = outcomes[nameOfService(service)]
  if (!takeBack || service.kind !== 'ended' || service.result.kind !== 'rolled-back') return label
  const verb = takeBack.was === 'completed' ? 'completed, then taken back' : 'stopped and taken back'
  return `${verb} to ${revisionName(service.result.serving)}`
}

/** `worker (rolled back), web and api (succeeded)` */
export function overviewOf({ services }: Pick<Outcome, 'services'>): string {
  const names = new Map<string, string[]>()
  for (const service of worstFirst(services)) {
    const label = labelOf(service)
    names.set(label, [...(names.get(label) ?? []), serviceNameOf(service)])
  }
  const groups = [...names].map(([label, of]) => ({ label, of }))
  const [first, ...others] = groups
  if (first && others.length === 0) return `all ${services.length} services: ${first.label}`
  return groups.map(({ label, of }) => `${enumerate(of)} (${label})`).join(', ')
}
