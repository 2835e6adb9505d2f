/** Builders of what is known about failed tasks. */
import { classRow, type FailureClass, nextStep } from '../../src/core/diagnosis/classes.js'
import type { FailureEvidence, ServiceEvidence } from '../../src/core/diagnosis/evidence.js'
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

/** Overrides of the evidence, of its service and of its failure. */
export type EvidenceOverrides = Partial<FailureEvidence & ServiceEvidence & { readonly exitCode: number }>

export function anEvidence(overrides: EvidenceOverrides = {}): FailureEvidence {
  const { gracePeriod, serving, targetGroups, exitCode, ...evidence } = overrides
  return {
    failure: aFailureGroup({ container: 'app', tasks: ['t'], exitCode }),
    lines: [],
    definition,
    positionOf: undefined,
    checks: [],
    service: { gracePeriod, serving, targetGroups },
    shortestRun: undefined,
    ...evidence,
  }
}

/** `next` is `undefined` where the class has no better step than its usual one. */
export function explained(failureClass: FailureClass, reason: string, overrides: EvidenceOverrides = {}) {
  const { exitCode } = overrides
  const failure = aFailureGroup({ failureClass, reason, container: 'app', tasks: ['t'], exitCode })
  const { detail, next } = classRow(failureClass).explain(anEvidence({ ...overrides, failure }))
  return { detail, next: next === nextStep(failureClass, failure) ? undefined : next }
}
