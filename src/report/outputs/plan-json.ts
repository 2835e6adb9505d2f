/** The output `plan`, as docs/schema/plan.json describes it. */
import type { Check } from '../../core/checks/check.js'
import { type Position, showPosition } from '../../core/errors/problem.js'
import type { ExecutablePlan, PlannedImage } from '../../core/plan/plan.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { ServiceUpdate } from '../../core/settings/service-update.js'
import { printable } from '../../core/task-definition/printable.js'
import type { Json } from '../../core/text/json.js'
import { changeText } from '../log/plan-lines.js'

/** What UpdateService is sent beside the task definition; nothing in it is a secret. */
function settingsJson(update: ServiceUpdate): Json {
  return JSON.parse(JSON.stringify(update)) as Json
}

/** The plan without a value that must not be shown. */
export function planJson(plan: ExecutablePlan): Json {
  const deploying =
    plan.kind === 'deploy'
      ? {
          cluster: plan.observed.target.cluster,
          service: plan.observed.service.name,
          previousTaskDefinitionArn: plan.previous ?? null,
          changes: plan.changes.map(changeText),
          circuitBreaker: {
            before: showBreaker(plan.settings.before.breaker),
            after: showBreaker(plan.settings.after.breaker),
          },
          update: settingsJson(plan.update),
          bumpDesiredCount: plan.bump ? { from: plan.bump.from, to: plan.bump.to } : null,
        }
      : {}
  return {
    version: 1,
    kind: plan.kind === 'offline' ? 'unseen' : plan.kind,
    family: plan.family,
    from: plan.origin,
    images: plan.images.map(imageJson),
    definition: printable(plan.definition),
    tags: plan.provenance.map(({ key, value }) => ({ key, value })),
    checks: plan.checks.map(checkJson),
    ...deploying,
  }
}

/** `named`: how the image was asked for, where its digest is registered instead. */
export function imageJson({ container, from, to, named }: PlannedImage): Json {
  return { container, from: from ?? null, to, named: named ?? null }
}

export function checkJson({ id, result, text, next, position, docsUrl }: Check): Json {
  return { id, result, text, next, at: placeJson(position), see: docsUrl ?? null }
}

/** Where in the user's own file: `td.json:3:5`. */
export function placeJson(position: Position | undefined): Json {
  return position ? showPosition(position) : null
}
