import { parseArgs } from 'node:util'
import type { PolicyChoice } from './policy-document.js'

export const policyHelp = `Prints the least policy for a role that deploys with this action.

  npm run -s policy -- --account 123456789012 --region eu-west-1 --cluster prod --service web,api \\
    --family web --roles web,ecsTaskExecutionRole --repository web --log-group /ecs/web >policy.json
  npm run -s policy -- --trust --account 123456789012 --subject repo:octo/shop:ref:refs/heads/main >trust.json

  --account, --region     12 digits, and a region
  --partition             aws (default), aws-cn or aws-us-gov
  --cluster               name of the cluster
  --service               names, separated by commas
  --family                families of the task definitions, with that of run-task-definition
  --roles                 names of the task roles and execution roles
  --repository            ECR repositories; without it, images are not looked up
  --log-group             log groups; without it, the report has no last lines
  --infrastructure-role   of managed EBS volumes
  --express               for Express services
  --core                  without optional statements
  --read                  for dry-run only
  --trust, --subject      the trust policy, for jobs with one of these subjects`

export type PolicyRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'policy'; readonly template: string; readonly choice: PolicyChoice }

const options = {
  help: { type: 'boolean' },
  account: { type: 'string' },
  region: { type: 'string' },
  partition: { type: 'string', default: 'aws' },
  cluster: { type: 'string' },
  service: { type: 'string' },
  family: { type: 'string' },
  roles: { type: 'string' },
  repository: { type: 'string' },
  'log-group': { type: 'string' },
  'infrastructure-role': { type: 'string' },
  express: { type: 'boolean' },
  core: { type: 'boolean' },
  read: { type: 'boolean' },
  trust: { type: 'boolean' },
  subject: { type: 'string' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

export function parsePolicyArguments(args: readonly string[]): PolicyRequest {
  let values: Values
  try {
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return { kind: 'refused', problems: [error instanceof Error ? error.message : String(error)] }
  }
  if (values.help) return { kind: 'help' }
  const problems = problemsOf(values)
  if (problems.length > 0) return { kind: 'refused', problems }
  return { kind: 'policy', template: templateOf(values), choice: choiceOf(values) }
}

function problemsOf(values: Values): string[] {
  const needed = values.trust
    ? (['account', 'subject'] as const)
    : (['account', 'region', 'cluster', 'service', ...(values.read ? [] : (['family'] as const))] as const)
  const missing = needed.filter(name => !values[name]?.trim()).map(name => `--${name} is missing`)
  const account = values.account?.trim()
  const isNoAccount = account !== undefined && account !== '' && !/^\d{12}$/.test(account)
  return [...missing, ...(isNoAccount ? [`--account: "${account}" is not 12 digits`] : [])]
}

function templateOf({ read, trust }: Values): string {
  if (trust) return 'docs/iam-trust-policy.json'
  return read ? 'docs/iam-policy-read.json' : 'docs/iam-policy.json'
}

function choiceOf(values: Values): PolicyChoice {
  const names = (text = '') => text.split(',').flatMap(name => name.trim() || [])
  return {
    partition: values.partition,
    keep: sid => !values.core && (sid !== 'OptionalExpress' || values.express === true),
    words: {
      ACCOUNT: names(values.account),
      REGION: names(values.region),
      CLUSTER: names(values.cluster),
      SERVICE: names(values.service),
      FAMILY: names(values.family),
      TASK_ROLE: names(values.roles),
      // All roles stand in the place of the first.
      EXECUTION_ROLE: [],
      INFRASTRUCTURE_ROLE: names(values['infrastructure-role']),
      LOG_GROUP: names(values['log-group']),
      REPOSITORY: names(values.repository),
      SUBJECT: names(values.subject),
    },
  }
}
