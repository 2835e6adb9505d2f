import { checksHealth } from '../task-definition/containers.js'
import { nothingServes, type Serving, servesAlone, unknownServing, whatServes } from './serving.js'
import type { WatchRecord } from './watch-record.js'

export function servingAtEnd(record: WatchRecord): Serving {
  const { definition, last, plan, result, targets, tasks, tracked } = record
  const { service, serviceDeployment } = last
  if (result.kind === 'unknown' || service === 'missing') return unknownServing
  if (result.kind === 'idle') return nothingServes
  const { live, serving: before } = plan.observed
  const checked = [
    ...(checksHealth(definition) ? [tracked.taskDefinition] : []),
    ...(before !== undefined && checksHealth(live) ? [before] : []),
  ]
  const evidence = {
    service,
    tracked,
    trafficWeight: serviceDeployment?.trafficWeight,
    tasks: tasks.running,
    snapshots: targets.filter(({ at }) => at >= last.at),
    checked: new Set(checked),
    now: record.endedAt,
  }
  return result.kind === 'succeeded' ? servesAlone(evidence, tracked.taskDefinition) : whatServes(evidence)
}
