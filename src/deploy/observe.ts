/** Finds the service and the definition that it runs, before anything is changed. */
import { Fault, missingPermission } from '../core/fault.js'
import type { Observed } from '../core/plan.js'
import { servingBefore } from '../core/preflight.js'
import type { Problem } from '../core/problem.js'
import { quote } from '../core/problem.js'
import type { Target } from '../core/service.js'
import { registrable, withTags } from '../core/task-definition.js'
import type { Ecs } from '../ports.js'

export type Observation =
  | { readonly kind: 'observed'; readonly observed: Observed }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly fault?: Fault }

/** Never raises a Fault: what stands in the way is a problem for the user. */
export async function observe(ecs: Ecs, target: Target): Promise<Observation> {
  try {
    const service = await ecs.describeService(target, 'patient')
    if (service === 'missing') return { kind: 'problem', problem: noService(target) }
    const running = servingBefore(service)
    if (!running) return { kind: 'observed', observed: { target, service, live: {} } }
    const { definition, tags } = await ecs.describeTaskDefinition(running)
    return {
      kind: 'observed',
      observed: { target, service, live: withTags(registrable(definition).definition, tags) },
    }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { kind: 'problem', problem: inTheWay(fault, target), fault }
  }
}

function noService({ cluster, service }: Target): Problem {
  return {
    subject: 'service',
    text: `${quote(service)} is not in cluster ${cluster}: check the name, the cluster, the account and the region`,
  }
}

/** A fault before anything was changed, as something the user can act on. */
export function inTheWay(fault: Fault, target: Target | undefined): Problem {
  switch (fault.kind) {
    case 'denied':
      return { subject: 'permissions', text: `the role may not call ${missingPermission(fault)}: allow it` }
    case 'expired':
      return {
        subject: 'credentials',
        text: `AWS does not accept them (${fault.message}): get new ones just before this step`,
      }
    case 'unconfigured':
      return {
        subject: 'credentials',
        text: `there are none, or no region (${fault.message}): run aws-actions/configure-aws-credentials before this step`,
      }
    case 'missing':
      return {
        subject: fault.code === 'ClusterNotFoundException' ? 'cluster' : 'service',
        text: `${quote(fault.code === 'ClusterNotFoundException' ? (target?.cluster ?? '') : (target?.service ?? ''))} was not found: check the name, the account and the region`,
      }
    case 'rejected':
      return { subject: fault.operation, text: `ECS refuses: ${fault.message}` }
    case 'throttled':
    case 'unavailable':
      return {
        subject: fault.operation,
        text: `no answer from AWS after many tries (${fault.code}: ${fault.message}): run the job again`,
      }
  }
}
