import type { Document } from '../state/document.js'

/** Includes roles and registry credentials. */
export function secretRefusal(definition: Document, containers: readonly Document[]): string | undefined {
  const { executionRoleArn, taskRoleArn } = definition
  if ([executionRoleArn, taskRoleArn].some(role => role !== undefined && !isRole(String(role)))) {
    return 'Role is not valid'
  }
  // Seen in aws-actions/amazon-ecs-deploy-task-definition, issue 48.
  if (
    containers.some(({ image, repositoryCredentials }) => isEcr(image) && repositoryCredentials !== undefined)
  ) {
    return 'Private repository credentials are not a supported authentication method for ECR repositories.'
  }
  if (
    !executionRoleArn &&
    containers.some(({ repositoryCredentials }) => repositoryCredentials !== undefined)
  ) {
    return 'Private repository authentication requires that the task definition specify a value for executionRoleArn.'
  }
  for (const container of containers) {
    const message = referenceRefusal(container)
    if (message !== undefined) return message
  }
  return undefined
}

function referenceRefusal({ environment, secrets }: Document): string | undefined {
  const references = (secrets ?? []) as readonly { readonly name: string; readonly valueFrom: string }[]
  const names = references.map(({ name }) => name)
  const duplicate = names.find((name, index) => names.indexOf(name) !== index)
  if (duplicate !== undefined) {
    return `Duplicate secret names found: ${duplicate}. Each secret name must be unique.`
  }
  const variables = new Set(((environment ?? []) as readonly Document[]).map(({ name }) => name))
  const shared = names.find(name => variables.has(name))
  if (shared !== undefined) {
    return `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${shared}'.`
  }
  const invalid = references.find(
    ({ valueFrom }) => !valueFrom.startsWith('arn:') && !/^[a-zA-Z0-9_./-]{1,2048}$/.test(valueFrom),
  )
  return (
    invalid &&
    `The Systems Manager parameter name specified for secret ${invalid.name} is invalid. The parameter name can be up to 2048 characters and include the following letters and symbols: a-zA-Z0-9_.-`
  )
}

function isEcr(image: unknown): boolean {
  return /^\d{12}\.dkr\.ecr\./.test(String(image))
}

/** An empty one was seen in fabfuel/ecs-deploy, issue 231. */
function isRole(role: string): boolean {
  if (role.startsWith('arn:')) return /^arn:[a-z-]+:iam::\d{12}:role\/.+$/.test(role)
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
  return /^[\w+=,.@/-]+$/.test(role)
}
