/** IAM's words for a denial: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
import type { ApiError } from './api-error.js'

/** Text such as `User: … is not authorized to perform: …`. */
interface DenialText {
  readonly message: string
  /** for texts that name no action */
  readonly operation: string
}

export interface Denial {
  /** `the role deploy` */
  readonly principal: string
  readonly action: string
  /** `ecs:UpdateService on arn:…` */
  readonly permission: string
  /** `, because no session policy allows it`; empty where only an allow is missing */
  readonly clause: string
  /** `allow it` */
  readonly remedy: string
}

export function denialOf({ message, operation }: DenialText): Denial {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(message)
  const [, action = operation, resource] = named ?? []
  const permission = resource ? `${action} on ${resource}` : action
  const principal = principalIn(message)
  const owner = principal.startsWith('the user') ? 'the user' : 'the role'
  return { principal, action, permission, ...explain(reasonIn(message), { action, owner }) }
}

/** `ecs:UpdateService on arn:…` */
export function missingPermission(error: ApiError): string {
  return denialOf(error).permission
}

/** `the role deploy may not call ecs:UpdateService on arn:…, because no session policy allows it` */
export function denialText(error: DenialText): string {
  const { principal, permission, clause } = denialOf(error)
  return `${principal} may not call ${permission}${clause}`
}

/** What to do so that it can be read. `resource`: in place of the one that AWS names */
export function unavailableReason(error: ApiError, resource?: string): string {
  if (error.kind !== 'denied') return `${error.operation}: ${error.message}`
  const { action, permission, clause, remedy } = denialOf(error)
  const what = resource === undefined ? permission : `${action} on ${resource}`
  return clause === '' ? `allow ${what}` : `${what} is denied${clause}: ${remedy}`
}

/** An assumed role: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
function principalIn(message: string): string {
  const [, kind, name] =
    /User: arn:[\w-]+:(?:sts|iam)::\d*:(assumed-role|user|federated-user)\/(\S+)/.exec(message) ?? []
  if (kind === undefined || name === undefined) return 'the role'
  const parts = name.split('/')
  return kind === 'assumed-role' ? `the role ${parts[0]}` : `the user ${parts.at(-1)}`
}

interface Reason {
  readonly isExplicit: boolean
  /** `service control policy` */
  readonly policy: string
  readonly arn: string | undefined
}

const explicitDeny =
  /with an explicit deny(?: in an? ([A-Za-z -]{1,40}?(?:policy|boundary))(?:: (arn:\S+))?)?(?=[\s.,;)]|$)/
const nothingAllows = /because no ([A-Za-z -]{1,40}?(?:policy|boundary)) allows/

function reasonIn(message: string): Reason | undefined {
  const deny = explicitDeny.exec(message)
  if (deny) return { isExplicit: true, policy: deny[1] ?? 'policy', arn: deny[2]?.replace(/[.,;)]+$/, '') }
  const missing = nothingAllows.exec(message)
  return missing?.[1] ? { isExplicit: false, policy: missing[1], arn: undefined } : undefined
}

function explain(reason: Reason | undefined, call: DeniedCall): Pick<Denial, 'clause' | 'remedy'> {
  if (!reason) return { clause: '', remedy: allowIt(call.action) }
  const { arn, isExplicit, policy } = reason
  const find = remedies[policy] ?? unknownPolicy
  const remedy = find(call)
  if (isExplicit) {
    const which = arn === undefined ? '' : ` (${arn})`
    const where = policy === 'policy' ? '' : ` in ${article(policy)} ${policy}${which}`
    return { clause: `, with an explicit deny${where}`, remedy: remedy.ofDeny }
  }
  const clause = policy === 'identity-based policy' ? '' : `, because no ${policy} allows it`
  return { clause, remedy: remedy.ofMissing }
}

function article(policy: string): string {
  return policy.startsWith('identity') ? 'an' : 'a'
}

interface DeniedCall {
  readonly action: string
  /** of the policies: `the role` */
  readonly owner: string
}

interface Remedy {
  /** An allow elsewhere does not help. */
  readonly ofDeny: string
  readonly ofMissing: string
}

const sessionPolicies = 'inline-session-policy or managed-session-policies of configure-aws-credentials'

const remedies: Readonly<Record<string, (call: DeniedCall) => Remedy>> = {
  'identity-based policy': ({ action, owner }) => ({
    ofDeny: `remove this deny from the policies of ${owner} (an allow does not help)`,
    ofMissing: allowIt(action),
  }),
  'service control policy': () => byOrganization,
  'resource control policy': () => byOrganization,
  'session policy': () => ({
    ofDeny: `remove this deny from ${sessionPolicies} (an allow does not help)`,
    ofMissing: `add it to ${sessionPolicies}`,
  }),
  'permissions boundary': ({ owner }) => ({
    ofDeny: `remove this deny from the permissions boundary of ${owner} (an allow does not help)`,
    ofMissing: `allow it in the permissions boundary of ${owner}, too`,
  }),
  'VPC endpoint policy': () => ({
    ofDeny: 'remove this deny from the policy of the VPC endpoint',
    ofMissing: 'allow it in the policy of the VPC endpoint',
  }),
  'resource-based policy': ({ action }) => ({
    ofDeny: `remove this deny from ${resourcePolicy(action)} (an allow does not help)`,
    ofMissing: `allow it in ${resourcePolicy(action)}`,
  }),
}

const byOrganization: Remedy = {
  ofDeny: 'ask the administrators of the organization to change it (an allow in the account does not help)',
  ofMissing: 'ask the administrators of the organization to allow it',
}

function unknownPolicy({ action }: DeniedCall): Remedy {
  return { ofDeny: 'remove this deny (an allow does not help)', ofMissing: allowIt(action) }
}

/** What a policy may have and still not allow it. */
const conditions: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
  'iam:PassRole': 'if it has the condition iam:PassedToService, with ecs-tasks.amazonaws.com',
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
  'ecs:TagResource': 'if it has a condition on aws:TagKeys or aws:RequestTag, with all keys',
}

function allowIt(action: string): string {
  const condition = conditions[action]
  return condition === undefined ? 'allow it' : `allow it (${condition})`
}

const resourcePolicies: Readonly<Record<string, string>> = {
  ecr: 'the policy of the repository',
  kms: 'the policy of the key',
  s3: 'the policy of the bucket',
  secretsmanager: 'the policy of the secret',
  sts: 'the trust policy of the role',
}

function resourcePolicy(action: string): string {
  const [service = ''] = action.split(':')
  return resourcePolicies[service] ?? 'the policy of the resource'
}
