/**
 * ECS: "Private repository credentials are not a supported authentication method for ECR repositories."
 * https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/48
 */

import { containersOf } from '../../task-definition/containers.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { toFinding } from '../flaw.js'

export const registryCredentials = defineCheck({ id: 'registry-credentials', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition).filter(({ value }) =>
    isObject(value.repositoryCredentials),
  )
  if (containers.length === 0) return undefined
  return containers
    .filter(({ value }) => registryOf(text(value.image) ?? '')?.kind === 'ecr')
    .map(({ name, path }) =>
      toFinding(context, {
        path: [...path, 'repositoryCredentials'],
        text: `container ${name} has repositoryCredentials, but its image is in ECR, where the execution role is used`,
        next: 'Remove repositoryCredentials.',
      }),
    )
}
