/** Ports that a registration does not need. */
export const idlePorts = {
  github: () => { throw new Error('a registration has no record at GitHub') }, // biome-ignore format: one line
  web: { get: async () => ({ kind: 'unanswered' as const, reason: '', isReached: true }) },
  logs: { tail: async () => [], since: async () => 'no-stream' as const },
  workspace: {
    readDocument: async () => ({ problem: '', position: undefined }),
    writeTemporary: async () => undefined,
  },
  alarms: { describe: async () => new Map() },
  loadBalancers: {
    targetGroups: async () => [],
    deregistrationDelays: async () => new Map(),
    targetHealth: async () => [],
  },
  scaling: { boundsOf: async () => undefined },
  endCallsBy: () => {},
  registry: { describe: async () => ({ kind: 'no-image' as const }) },
}
