/** What a failed task left behind, for tests of what it comes from. */
import { explain } from '../../src/core/diagnosis/cause.js'
import type { FailureEvidence } from '../../src/core/diagnosis/explanation.js'
import type { FailureClass, FailureGroup } from '../../src/core/diagnosis/failure-group.js'
import { nextStep } from '../../src/core/diagnosis/failure-group.js'
import { aFailureGroup } from './rollout-builders.js'

export const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:9be21c4'
export const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/database-url-8Zk2Qp'
export const definition = {
  networkMode: 'awsvpc',
  memory: '1024',
  executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
  containerDefinitions: [
    {
      name: 'app',
      image,
      secrets: [{ name: 'DATABASE_URL', valueFrom: secret }],
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } },
    },
  ],
}

export function explained(
  failureClass: FailureClass,
  reason: string,
  more: Partial<FailureEvidence & FailureGroup> = {},
) {
  const { exitCode, lines = [], checks = [], definition: other = definition } = more
  const group = aFailureGroup({ failureClass, reason, container: 'app', tasks: ['t'], exitCode })
  const { lasted, gracePeriod, live, targetGroups } = more
  const { detail: insight, next } = explain({
    group,
    lines,
    checks,
    definition: other,
    lasted,
    gracePeriod,
    live,
    targetGroups,
    positionOf: undefined,
  })
  return { insight, next: next === nextStep(group) ? 'the usual' : next }
}
