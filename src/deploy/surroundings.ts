/**
 * What stands around the service and decides how safe a rollout is: the alarms that guard it and the scaler that moves
 * its desired count. Optional: what may not be read is one line that names the permission.
 */
import { lastPart } from '../core/arn.js'
import { Fault, whyUnseen } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { notice, warning } from '../core/notice.js'
import type { DeployPlan } from '../core/plan/plan.js'
import type { Problem } from '../core/problem.js'
import type { RolloutWish } from '../core/service/rollout.js'
import type { Ports } from '../ports.js'

export interface Surroundings {
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

export async function lookAround(
  ports: Pick<Ports, 'alarms' | 'scaling'>,
  plan: DeployPlan,
  wish: RolloutWish,
): Promise<Surroundings> {
  const [alarms, scaling] = await Promise.all([lookAtAlarms(ports, plan, wish), lookAtScaling(ports, plan)])
  return { problems: scaling.problems, notices: [...alarms, ...scaling.notices] }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
async function lookAtAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  plan: DeployPlan,
  wish: RolloutWish,
): Promise<readonly Notice[]> {
  const names = wish.alarms?.names ?? plan.observed.service.alarms
  if (names.length === 0) return []
  try {
    const states = await alarms.states(names)
    const ringing = names.filter(name => states.get(name) === 'ALARM')
    const unknown = names.filter(name => !states.has(name))
    return [
      ...(ringing.length > 0
        ? [
            warning(
              `In ALARM before the deployment starts: ${ringing.join(', ')}. ECS ignores all alarms for this deployment.`,
            ),
          ]
        : []),
      ...(unknown.length > 0
        ? [warning(`No such alarm in this account and region: ${unknown.join(', ')}.`)]
        : []),
    ]
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return [notice(`The states of the alarms are not known: ${whyUnseen(fault)}.`)]
  }
}

async function lookAtScaling(
  { scaling }: Pick<Ports, 'scaling'>,
  { observed, bump }: DeployPlan,
): Promise<Surroundings> {
  if (!bump) return { problems: [], notices: [] }
  try {
    const bounds = await scaling.boundsOf(lastPart(observed.service.clusterArn), observed.service.name)
    if (!bounds) return { problems: [], notices: [] }
    if (bump.to > bounds.most) {
      const text = `"${bump.to}" is more than the ${bounds.most} tasks that Application Auto Scaling allows this service`
      return { problems: [{ subject: 'bump-desired-count', text }], notices: [] }
    }
    const text = `Application Auto Scaling keeps this service between ${bounds.least} and ${bounds.most} tasks: it may raise the count further while the rollout lasts, and what it sets is left alone.`
    return { problems: [], notices: [notice(text)] }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return {
      problems: [],
      notices: [
        notice(`Whether Application Auto Scaling moves the desired count is not known: ${whyUnseen(fault)}.`),
      ],
    }
  }
}
