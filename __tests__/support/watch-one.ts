/** Watches one deployment of `web:8`, and answers what the report is made of. */
import type { Service } from '../../src/core/ecs/service.js'
import type { WatchOptions } from '../../src/core/options/watch-options.js'
import { type Watched, watchedOf } from '../../src/core/outcome/watched.js'
import { type Plan, secretsOfPlan } from '../../src/core/plan/plan.js'
import type { Tracked } from '../../src/core/watch/tracked-deployment.js'
import type { WatchPorts } from '../../src/deploy/watch/perform-effect.js'
import { watch } from '../../src/deploy/watch/watch.js'
import { aPlan, aTracked } from './rollout-builders.js'
import { aService } from './service-builders.js'

interface WatchedOne {
  readonly plan?: Plan
  readonly tracked?: Tracked
  readonly service?: Service
  readonly options: WatchOptions
  readonly log?: (line: string) => void
}

export async function watchOne(
  ports: WatchPorts,
  { plan = aPlan(), tracked = aTracked(), service = aService(), options, log = () => {} }: WatchedOne,
): Promise<Watched> {
  const [servicePlan] = plan.services
  if (!servicePlan) throw new Error('the plan has no service')
  const { target, service: before } = servicePlan.observed
  const eventsBefore = before.events.map(({ id }) => id)
  const secrets = secretsOfPlan(plan)
  const targetGroups = before.loadBalancers.flatMap(one => one.targetGroups)
  const checkedContainers: string[] = []
  const request = {
    target,
    tracked,
    service,
    options,
    answeredHook: undefined,
    eventsBefore,
    targetGroups,
    checkedContainers,
    secrets,
    resumed: undefined,
    stoppedBecause: undefined,
  }
  const [state] = await watch(ports, [request], { log: { line: log, annotate: () => {} } })
  if (!state) throw new Error('the watch has no state')
  return watchedOf(state, servicePlan, plan.revision)
}
