import type { Target } from '../../core/ecs/service.js'
import { servingBefore } from '../../core/ecs/service.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { missingService, toProblem } from '../../core/errors/api-error-problem.js'
import type { Problem } from '../../core/errors/problem.js'
import type { Observed } from '../../core/options/plan-options.js'
import { registrable, withTags } from '../../core/task-definition/task-definition.js'
import { text } from '../../core/text/json.js'
import type { Ecs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

export type Observation =
  | { readonly kind: 'observed'; readonly observed: Observed }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly error: ApiError | undefined }

/** Obstacles become problems, not ApiErrors. */
export async function observe(ecs: Ecs, target: Target): Promise<Observation> {
  const read = await attempt(() => readService(ecs, target))
  if (read.kind === 'failed') {
    const { error } = read
    return { kind: 'problem', problem: toProblem(error, { target, region: await ecs.region() }), error }
  }
  const observed = read.value
  if (observed !== 'missing') return { kind: 'observed', observed }
  return { kind: 'problem', problem: missingService(target, await ecs.region()), error: undefined }
}

async function readService(ecs: Ecs, target: Target): Promise<Observed | 'missing'> {
  const service = await ecs.describeService(target, 'retry')
  if (service === 'missing') return service
  const serving = servingBefore(service)
  if (!serving) return { target, service, live: {}, serving: undefined, registeredBy: undefined }
  const { definition, tags } = await ecs.describeTaskDefinition(serving)
  const live = withTags(registrable(definition).definition, tags)
  return { target, service, serving, live, registeredBy: text(definition.registeredBy) }
}
