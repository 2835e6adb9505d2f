/** What to do when ECS refuses UpdateService, by its words. ECS publishes few of them, so each row has its source. */
import { describeServiceCommand } from '../ecs/cli-commands.js'
import type { Service } from '../ecs/service.js'
import type { ApiError } from './api-error.js'

type RefusedService = Pick<Service, 'arn' | 'clusterArn' | 'name'>

interface RefusalRow {
  /** code and message */
  readonly matches: RegExp
  readonly nextStep: (service: RefusedService) => string
}

const rows: readonly RefusalRow[] = [
  {
    // https://github.com/aws/containers-roadmap/issues/2836
    matches: /\d+ (?:active )?deployments exist/,
    nextStep: service =>
      `Wait until an older deployment has no task left, or remove what keeps its tasks: scale-in protection, or a long deregistration delay. To see the deployments: ${describeServiceCommand(service, undefined)}`,
  },
  {
    // API_UpdateService: "You can't update a service that's inactive."
    matches: /^ServiceNotActiveException/,
    nextStep: ({ name }) =>
      `Somebody has deleted ${name}: create it again with your infrastructure tool, then deploy.`,
  },
  {
    // https://github.com/dask/dask-cloudprovider/issues/328
    // https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/53
    matches: /capacity provider/i,
    nextStep: ({ name }) =>
      `Associate the capacity providers of ${name} with the cluster (PutClusterCapacityProviders), or give the service a capacity provider strategy that names associated ones.`,
  },
  {
    // https://github.com/ansible/ansible/issues/70625: EFS volumes need platform version 1.4.0.
    matches: /^PlatformTaskDefinitionIncompatibilityException/,
    nextStep: ({ name }) =>
      `Set the platform version of ${name} to LATEST, or take out of the task definition what its version lacks, such as EFS volumes before 1.4.0.`,
  },
  {
    // https://github.com/jenkinsci/amazon-ecs-plugin/issues/218
    matches: /^PlatformUnknownException/,
    nextStep: ({ name }) =>
      `Set the platform version of ${name} to one that exists, in full: LATEST or 1.4.0.`,
  },
  {
    // API_UpdateService: "The specified namespace wasn't found."
    matches: /^NamespaceNotFoundException/,
    nextStep: ({ name }) =>
      `Create the AWS Cloud Map namespace again, or correct the one in the Service Connect configuration of ${name}.`,
  },
  {
    // API_UpdateService: "The specified task isn't supported in this Region."
    matches: /^UnsupportedFeatureException/,
    nextStep: () =>
      'Take out of the task definition and the inputs what ECS names, or deploy where the Region supports it.',
  },
  {
    // https://github.com/awslabs/fargatecli/issues/35
    matches: /service.linked role/i,
    nextStep: () =>
      'Create the service-linked role of ECS: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com',
  },
  {
    // https://github.com/aws/amazon-ecs-cli/issues/21
    matches: /assume role and validate the specified targetGroupArn/,
    nextStep: ({ name }) =>
      `Let the role of ${name} describe target groups and register targets, or let the service use the service-linked role of ECS.`,
  },
  {
    // Seen where a target group is attached to no listener.
    matches: /does not have an associated load balancer/,
    nextStep: () => 'Attach the target group to a listener of a load balancer, then deploy again.',
  },
  {
    // ECS Exec needs a task role.
    matches: /valid taskRoleArn/,
    nextStep: () =>
      'Add a taskRoleArn that ECS can assume to the task definition, or turn off enableExecuteCommand of the service.',
  },
  {
    matches: /TaskDefinition (?:is inactive|not found)/i,
    nextStep: () =>
      'Somebody deregistered the revision meanwhile: run this again, and exclude new revisions from the cleanup.',
  },
  {
    // Undocumented words; ECS names the deployment or its rollback.
    matches: /deployment .*in progress|in.progress deployment|rollback .*in progress/i,
    nextStep: service =>
      `Wait until that deployment has ended (in-flight: wait does), then run this again. To see it: ${describeServiceCommand(service, undefined)}`,
  },
]

/** undefined: ECS's words must do */
export function updateRefusalStep(
  { code, message, kind }: Pick<ApiError, 'code' | 'message' | 'kind'>,
  service: RefusedService,
): string | undefined {
  if (kind !== 'rejected') return undefined
  const text = `${code}: ${message}`
  return rows.find(({ matches }) => matches.test(text))?.nextStep(service)
}
