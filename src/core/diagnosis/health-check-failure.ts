/**
 * Events name the traffic port; the health check may use another.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { checkedPort, describeCheck } from '../resources/target-group.js'
import { networkModeOf } from '../task-definition/ports.js'
import type { FailureEvidence } from './evidence.js'

export interface HealthCheckFailure {
  readonly group: string | undefined
  /** `GET :5001/health`, or `port 5001` if the target group is not known */
  readonly request: string | undefined
  /** of the container */
  readonly port: number | undefined
  /** `Health checks failed with these codes: [404]` */
  readonly result: string | undefined
  /** `404` */
  readonly codes: string | undefined
}

export function parseHealthCheckFailure({
  failure: { reason },
  definition,
  service,
}: FailureEvidence): HealthCheckFailure {
  const names = [...reason.matchAll(/\(target-group ([^\s()]+)\)/g)].map(([, name]) => name)
  const [, digits, result] = /\bport (\d+): (.+)$/s.exec(reason) ?? []
  const check = service?.targetGroups?.find(({ name }) => name === names[0])?.healthCheck
  const common = {
    group: names.length === 1 ? names[0] : undefined,
    result,
    codes: /codes: \[([\d, ]+)\]/.exec(result ?? '')?.[1],
  }
  if (digits === undefined) return { ...common, request: undefined, port: undefined }
  const trafficPort = Number(digits)
  const port = check ? checkedPort(check, trafficPort) : trafficPort
  return {
    ...common,
    request: check ? describeCheck(check, trafficPort) : `port ${trafficPort}`,
    // Otherwise the event names a port of the instance.
    port: networkModeOf(definition) === 'awsvpc' ? port : undefined,
  }
}
