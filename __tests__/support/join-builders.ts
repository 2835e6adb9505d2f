/** A deployment in flight that may be joined, and what ECR says of its images. */
import type { JoinCandidate } from '../../src/core/plan/join-candidate.js'
import type { RelatedResources } from '../../src/core/resources/related-resources.js'
import { stored } from './image-builders.js'
import { aRevision } from './rollout-builders.js'
import { aDeployment, aService, before, revisionArn } from './service-builders.js'

/** `web:8`, which rolls out since 0 over `web:7`. */
export function aCandidate(overrides: Partial<JoinCandidate> = {}): JoinCandidate {
  return {
    service: aService(),
    deployment: aDeployment({ createdAt: 0 }),
    revision: { kind: 'found', value: { definition: aRevision().definition, registeredBy: undefined } },
    hasEnded: false,
    images: [],
    earlier: {
      ids: [before],
      taskDefinitions: [revisionArn('web:7')],
      hasCompleted: true,
      serving: revisionArn('web:7'),
    },
    ...overrides,
  }
}

export interface Digests {
  readonly now: string | undefined
  readonly ran: string | undefined
  readonly immutable?: true
}

export function imagesWith(reference: string, { immutable, now }: Digests): RelatedResources['images'] {
  return new Map(now ? [[reference, stored({ digest: now, immutable })]] : [])
}
