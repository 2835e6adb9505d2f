/**
 * Inputs of other actions that have no counterpart here, and what to do instead. An input that action.yml learns leaves
 * this table.
 */

export interface InsteadRow {
  /** whose input */
  readonly of: string
  readonly names: readonly string[]
  readonly instead: string
}

const deploy = 'amazon-ecs-deploy-task-definition'
const express = 'amazon-ecs-deploy-express-service'

export const insteadTable: readonly InsteadRow[] = [
  {
    of: deploy,
    names: [
      'codedeploy-appspec', 'codedeploy-application', 'codedeploy-deployment-group', 'codedeploy-deployment-description',
      'codedeploy-deployment-config',
    ], // biome-ignore format: one list
    instead:
      'this action does not deploy through CodeDeploy. Move the service to the blue/green deployments of ECS (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/migrate-code-deploy-to-ecs-blue-green.html) and remove the input, or stay with the official action for this service',
  },
  {
    of: deploy,
    names: ['wait-max-delay-seconds'],
    instead: 'remove it, because the pace of the polls follows the deployment',
  },
  {
    of: deploy,
    names: ['keep-null-value-keys'],
    instead: 'remove it, because empty values that ECS takes are kept',
  },
  {
    of: express,
    names: ['service-name'],
    instead: 'write it as service, and cluster beside it',
  },
  {
    of: express,
    names: [
      'infrastructure-role-arn', 'health-check-path', 'min-task-count', 'max-task-count', 'auto-scaling-metric',
      'auto-scaling-target-value', 'mutate-tags-on-update',
    ], // biome-ignore format: one list
    instead:
      'this action changes only the revision of an Express service. Set it once with aws ecs update-express-gateway-service or where the service is created, and remove the input',
  },
  {
    of: express,
    names: ['container-port', 'log-stream-prefix', 'repository-credentials'],
    instead: 'write it into the task definition, and remove the input',
  },
  {
    of: 'configure-aws-credentials',
    names: ['aws-region', 'region', 'role-to-assume', 'aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'],
    instead: 'give it to aws-actions/configure-aws-credentials in a step before this one',
  }, // biome-ignore format: one list
]

/** Of `aws_region` as well. */
export function insteadOf(name: string): InsteadRow | undefined {
  const spelled = name.replaceAll('_', '-')
  return insteadTable.find(({ names }) => names.includes(spelled))
}
