/**
 * What a load balancer asks of tasks, as far as the events of the service and the target groups tell. An event names
 * the port that requests go to; the health check may ask another one, and only its target group says so.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */

import type { TargetGroup } from '../resources/target-group.js'
import { checkedPort, describeCheck } from '../resources/target-group.js'
import { networkModeOf } from '../task-definition/ports.js'
import type { JsonObject } from '../text/json.js'

export interface HealthCheckFailure {
  /** the target group that the reason names */
  readonly group: string | undefined
  /** `GET :5001/health`, or `port 5001` where the target group was not seen */
  readonly text: string | undefined
  /** the port of the container; absent where only one of its host is known */
  readonly port: number | undefined
  /** what came of it, in the words of the load balancer: `Health checks failed with these codes: [404]` */
  readonly answer: string | undefined
  /** `404` */
  readonly codes: string | undefined
}

/** `reason` as a group of failures has it: what ECS says of the task, then what its event says of the target. */
export function parseHealthCheckFailure(
  reason: string,
  definition: JsonObject,
  groups: readonly TargetGroup[] = [],
): HealthCheckFailure {
  const names = [...reason.matchAll(/\(target-group ([^\s()]+)\)/g)].flatMap(([, name]) => name ?? [])
  const [name] = names
  const said = /\bport (\d+): (.+)$/.exec(reason)
  const traffic = said?.[1] === undefined ? undefined : Number(said[1])
  const seen = groups.find(group => group.name === name)
  const answer = said?.[2]
  const codes = /codes: \[([\d, ]+)\]/.exec(answer ?? '')?.[1]
  const validateResponses = traffic === undefined || !seen ? traffic : checkedPort(seen.healthCheck, traffic)
  // Under another mode the event names a port of the instance.
  const isOfTask = networkModeOf(definition) === 'awsvpc'
  return {
    group: name && names.length === 1 ? name : undefined,
    text:
      traffic === undefined ? undefined : seen ? describeCheck(seen.healthCheck, traffic) : `port ${traffic}`,
    port: isOfTask && validateResponses !== undefined ? validateResponses : undefined,
    answer: answer || undefined,
    codes: codes || undefined,
  }
}
