/** The output `plan`: docs/schema/plan.json. */
import type { Check } from '../../core/checks/check.js'
import { type Position, showPosition } from '../../core/errors/problem.js'
import {
  isAsIs,
  isRollback,
  type Plan,
  type PlannedImage,
  provenanceOf,
  type RevisionPlan,
  type ServicePlan,
} from '../../core/plan/plan.js'
import { showBreaker } from '../../core/settings/breaker.js'
import { shownUpdate } from '../../core/settings/service-update.js'
import { printable } from '../../core/task-definition/printable.js'
import type { Json, JsonObject } from '../../core/text/json.js'
import { changeText } from '../log/plan-lines.js'
import { runTaskCall } from '../log/task-lines.js'
import { plannedVerificationJson } from './verification-json.js'

export function planJson(plan: Plan): Json {
  const { revision, services, checks } = plan
  const [service] = services
  const json = {
    version: 1,
    kind: kindOf(plan),
    family: revision.family,
    from: revision.origin,
    asIs: asIsJson(revision),
    images: revision.images.map(imageJson),
    definition: printable(revision.definition),
    tags: provenanceOf(revision).map(({ key, value }) => ({ key, value })),
    checks: checks.map(checkJson),
    task: runTaskCall(plan) ?? null,
    verification: plannedVerificationJson(plan),
  }
  if (!service) return json
  const whole = { ...json, ...serviceJson(service) }
  return services.length > 1 ? { ...whole, services: services.map(serviceJson) } : whole
}

function asIsJson(revision: RevisionPlan): Json {
  if (!isAsIs(revision)) return null
  const digests = revision.digests.map(({ container, digest }) => ({ container, digest }))
  return { taskDefinitionArn: revision.arn, rollback: isRollback(revision), digests }
}

function kindOf({ services, offline }: Plan): 'deploy' | 'unseen' | 'register' {
  if (services.length > 0) return 'deploy'
  return offline.length > 0 ? 'unseen' : 'register'
}

function serviceJson({
  observed,
  previous,
  changes,
  settings,
  update,
  bump,
  decides,
}: ServicePlan): JsonObject {
  return {
    cluster: observed.target.cluster,
    service: observed.service.name,
    previousTaskDefinitionArn: previous ?? null,
    changes: changes.map(changeText),
    circuitBreaker: {
      before: showBreaker(settings.before.breaker),
      after: showBreaker(settings.after.breaker),
    },
    update: shownUpdate(update),
    decision: decides
      ? {
          action: decides.action,
          hookId: decides.hook.id,
          serviceDeploymentArn: decides.serviceDeploymentArn,
        }
      : null,
    bumpDesiredCount: bump ? { from: bump.from, to: bump.to } : null,
  }
}

export function imageJson({ container, from, to, named }: PlannedImage): Json {
  return { container, from: from ?? null, to, named: named ?? null }
}

export function checkJson({ id, result, text, next, position, docsUrl }: Check): Json {
  return { id, result, text, next, at: positionJson(position), see: docsUrl ?? null }
}

export function positionJson(position: Position | undefined): Json {
  return position ? showPosition(position) : null
}
