/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const placement = {
  id: 'placement',
  matchesTask: ({ text }) => /RESOURCE:|capacity is unavailable|no container instance met/i.test(text),
  matchesDeployment: () => false,
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: ({ reason }) =>
    // ECS says this of Fargate only, where the capacity is not the user's.
    /capacity is unavailable/i.test(reason)
      ? 'Add subnets in more availability zones to the service, or try another task size, architecture or capacity provider.'
      : 'Add capacity, or request less CPU and memory.',
  hasLogs: true,
  // A rollback would not find more capacity.
  countsForFailFast: false,
} as const satisfies ClassRow
