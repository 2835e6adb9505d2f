/** Containers that AWS adds to tasks, with a random end of the name. */
export interface AddedContainer {
  /** `the Service Connect proxy` */
  readonly what: string
  readonly next: string
}

interface AddedRow extends AddedContainer {
  readonly prefix: string
}

const rows: readonly AddedRow[] = [
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
    prefix: 'ecs-service-connect-',
    what: 'the Service Connect proxy',
    next: 'Give the task room for the proxy (256 CPU units and 64 MiB more), and read its log: serviceConnectConfiguration.logConfiguration of the service says where it is.',
  },
  {
    // https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
    prefix: 'aws-guardduty-agent-',
    what: 'the GuardDuty agent',
    next: 'Let the execution role pull the image of the agent and the subnets reach the endpoint guardduty-data, and give the task memory for it; or exclude the cluster with the tag GuardDutyManaged: false.',
  },
  {
    prefix: '~internal~ecs~',
    what: 'a container of ECS itself',
    next: 'Replace the container instance if this happens again.',
  },
]

export function addedContainer(name: string | undefined): AddedContainer | undefined {
  return rows.find(({ prefix }) => name?.startsWith(prefix))
}

/** The same for containers that differ in the random end of the name only. */
export function containerKind(name: string | undefined): string | undefined {
  return rows.find(({ prefix }) => name?.startsWith(prefix))?.prefix ?? name
}
