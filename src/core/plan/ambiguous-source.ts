/** Without a definition of its own, a run starts from what its services run: it must not matter from which. */
import { revisionName } from '../ecs/arn.js'
import type { Problem } from '../errors/problem.js'
import type { BaseDefinition, Observed, PlanOptions } from '../options/plan-options.js'
import { diff } from '../task-definition/diff.js'
import { renderPartially } from '../task-definition/partial-render.js'
import { familyOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { DeploymentTarget } from './deployment-target.js'

export interface SourceQuery {
  readonly options: PlanOptions
  readonly base: BaseDefinition
  readonly targets: readonly DeploymentTarget[]
}

export function ambiguousSource({ base, options, targets }: SourceQuery): Problem[] {
  const [first, ...others] = targets.flatMap(target => (target.kind === 'service' ? target.observed : []))
  if (!first || others.length === 0 || base.definition !== first.live) return []
  const rendered = rendering(first.live, options)
  const different = others.find(({ live }) => diff(rendered, rendering(live, options)).length > 0)
  if (!different) return []
  const family = familyOf(first.live)
  const text = `${namesOf(first)} and ${namesOf(different)}, so it is not clear which task definition is meant: set task-definition (a file), task-definition-arn or task-definition-family${family ? ` (${family})` : ''}`
  return [{ subject: 'service', text }]
}

function rendering(live: JsonObject, options: PlanOptions): JsonObject {
  return renderPartially(live, options)?.definition ?? live
}

/** `web runs web:7` */
function namesOf({ service, serving }: Observed): string {
  return `${service.name} runs ${serving ? revisionName(serving) : 'no revision'}`
}
