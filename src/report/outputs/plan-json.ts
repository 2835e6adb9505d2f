/** The output `plan`: docs/schema/plan.json. */
import type { Check } from '../../core/checks/check.js'
import { type Position, showPosition } from '../../core/errors/problem.js'
import type { Plan, ServicePlan } from '../../core/plan/plan.js'
import {
  isAsIs,
  isRollback,
  type NewRevision,
  type PlannedImage,
  provenanceOf,
  type RevisionPlan,
} from '../../core/plan/revision-plan.js'
import { showBreaker } from '../../core/settings/breaker.js'
import { shownUpdate } from '../../core/settings/service-update.js'
import { printable } from '../../core/task-definition/printable.js'
import type { Json, JsonObject } from '../../core/text/json.js'
import { changeText } from '../log/change-text.js'
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
    taskDefinition: taskDefinitionJson(plan),
    verification: plannedVerificationJson(plan),
  }
  if (!service) return json
  const whole = { ...json, ...serviceJson(service) }
  if (services.length === 1) return whole
  const onPartialFailure = plan.goBackTogether ? 'rollback' : 'leave'
  return { ...whole, onPartialFailure, services: services.map(serviceJson) }
}

/** What the task runs, unless it is the revision of the services. */
function taskDefinitionJson({ task }: Plan): Json {
  const revision = task?.revision ?? { kind: 'planned' }
  switch (revision.kind) {
    case 'planned':
      return null
    case 'registered':
      return { kind: 'registered', taskDefinitionArn: revision.arn }
    case 'unchanged':
      return { kind: 'unchanged', taskDefinitionArn: revision.arn, ...fileJson(revision.file) }
    case 'new': {
      const { changes, file, latest } = revision
      return {
        kind: 'new',
        previousTaskDefinitionArn: latest ?? null,
        changes: changes.map(changeText),
        ...fileJson(file),
      }
    }
  }
}

function fileJson(file: NewRevision): JsonObject {
  return {
    family: file.family,
    from: file.origin,
    images: file.images.map(imageJson),
    definition: printable(file.definition),
    tags: provenanceOf(file).map(({ key, value }) => ({ key, value })),
  }
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
