/** What IAM would ask for each request of a story, and what a policy document allows. Knows no story and no policy. */

import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { iamResource } from '../../simulator/protocol/services/iam-resource.js'

export interface Statement {
  readonly Sid: string
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Policy {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

export interface Need {
  readonly action: string
  /** nothing where the request alone does not say what IAM would look at */
  readonly resource?: string
}

const owner = { region: 'eu-west-1', account: '123456789012' }

/** A request for several services or deployments needs the permission for each. */
function onlyOne(input: Record<string, unknown>): Record<string, unknown>[] | undefined {
  for (const name of ['services', 'serviceDeploymentArns']) {
    const all = input[name]
    if (Array.isArray(all) && all.length > 1) return all.map(one => ({ ...input, [name]: [one] }))
  }
  return undefined
}

/** No IAM action: GitHub's own permissions, and a download that the signature in its address allows. */
const beyondIam = ['github', 's3', 'web']

/** One request can need several actions: tags and roles of a registration are allowed on their own. */
export function needsOf({ service, operation, input }: RecordedRequest): readonly Need[] {
  if (beyondIam.includes(service)) return []
  const action = `${service}:${operation}`
  if (service !== 'ecs') return [{ action }]
  const one = onlyOne(input as Record<string, unknown>)
  if (one) return one.flatMap(each => needsOf({ service, operation, input: each } as RecordedRequest))
  const resource = iamResource(operation, input, owner)
  if (operation !== 'RegisterTaskDefinition')
    return [
      { action, resource },
      ...infrastructureRoles(input).map(role => ({ action: 'iam:PassRole', resource: role })),
    ]
  const { tags, taskRoleArn, executionRoleArn } = input as Record<string, unknown>
  const roles = [taskRoleArn, executionRoleArn].filter(role => typeof role === 'string')
  return [
    { action, resource },
    ...(Array.isArray(tags) && tags.length > 0 ? [{ action: 'ecs:TagResource', resource }] : []),
    ...roles.map(role => ({ action: 'iam:PassRole', resource: role })),
  ]
}

/** With which ECS creates volumes (infrastructure_IAM_role). */
function infrastructureRoles(input: unknown): readonly string[] {
  const { volumeConfigurations = [] } = input as {
    readonly volumeConfigurations?: readonly { readonly managedEBSVolume?: { readonly roleArn: string } }[]
  }
  return volumeConfigurations.flatMap(({ managedEBSVolume }) => managedEBSVolume?.roleArn ?? [])
}

export function actionsOf({ Action }: Statement): readonly string[] {
  return [Action].flat()
}

export function actionsIn({ Statement }: Policy): readonly string[] {
  return Statement.flatMap(actionsOf)
}

export function allows(policy: Policy, { action, resource }: Need): boolean {
  return policy.Statement.some(
    statement =>
      actionsOf(statement).includes(action) &&
      (resource === undefined || [statement.Resource].flat().some(pattern => matches(pattern, resource))),
  )
}

/** `*` in a pattern stands for any characters, slashes and colons included. What a request leaves open matches all. */
function matches(pattern: string, resource: string): boolean {
  const literal = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return resource === '*' || new RegExp(`^${literal.join('.*')}$`).test(resource)
}
