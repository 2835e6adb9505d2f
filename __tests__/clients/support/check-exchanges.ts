/** Requests and answers against the schemas of the AWS SDK and, where boto3 is installed, against botocore's models. */
import { spawnSync } from 'node:child_process'
import * as applicationAutoScaling from '@aws-sdk/client-application-auto-scaling'
import * as cloudWatch from '@aws-sdk/client-cloudwatch'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import * as ecr from '@aws-sdk/client-ecr'
import * as ecs from '@aws-sdk/client-ecs'
import * as elasticLoadBalancing from '@aws-sdk/client-elastic-load-balancing-v2'
import { operationSchemas } from '../../../simulator/protocol/schema/sdk-schemas.js'
import { validate } from '../../../simulator/protocol/schema/validate.js'
import { boto3Environment, isBoto3Here, newerThanBotocore } from './boto3.js'

export interface Exchange {
  /** As in its IAM actions. */
  readonly service: string
  readonly operation: string
  readonly input: object
  readonly answer: object
}

export interface Checked {
  readonly problems: readonly string[]
  readonly operations: readonly string[]
}

const sdks = {
  ecs,
  ecr,
  cloudwatch: cloudWatch,
  logs,
  'application-autoscaling': applicationAutoScaling,
  elasticloadbalancing: elasticLoadBalancing,
}
const schemas = new Map(Object.entries(sdks).map(([name, sdk]) => [name, operationSchemas(sdk)]))

/** The names of services that botocore calls differently. */
const botocoreNames: Readonly<Record<string, string>> = { elasticloadbalancing: 'elbv2' }

/** GitHub, the hosts of a world and links to layers are no operations of AWS. */
export function isModeled(service: string): boolean {
  return !['github', 'web', 's3'].includes(service)
}

/** Those that nothing explains. */
export function problemsOf(exchanges: readonly Exchange[]): readonly string[] {
  const problems = exchanges.flatMap(problemsBySdk)
  const found = isBoto3Here() ? [...problems, ...checkByBotocore(exchanges).problems] : problems
  return [...new Set(found)]
}

function problemsBySdk({ service, operation, input, answer }: Exchange): string[] {
  const schema = schemas.get(service)?.get(operation)
  // Of the other services, no SDK is among the packages.
  if (schema === undefined) return schemas.has(service) ? [`${service} ${operation} is not an operation`] : []
  return [
    ...validate(schema.input, input).mismatches.map(({ message }) => `${operation} request: ${message}`),
    ...validate(schema.output, answer).mismatches.map(({ message }) => `${operation}: ${message}`),
  ]
}

export function checkByBotocore(exchanges: readonly Exchange[]): Checked {
  const lines = exchanges.map(exchange => {
    const service = botocoreNames[exchange.service] ?? exchange.service
    return `${JSON.stringify({ ...exchange, service })}\n`
  })
  const { stdout, stderr } = spawnSync('python3', ['__tests__/clients/support/botocore-check.py'], {
    input: lines.join(''),
    encoding: 'utf8',
    env: boto3Environment,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (stderr !== '') throw new Error(stderr)
  const { problems, operations } = JSON.parse(stdout) as Checked
  return { problems: problems.filter(problem => !explained.some(reason => reason.test(problem))), operations }
}

/** Since Express services can have a task definition, its requests need neither a role nor a container. */
const newerExpress =
  /^\w+ExpressGatewayService\b.*(?:\.taskDefinitionArn is not in the model$|: Missing required parameter in input: "(?:executionRoleArn|primaryContainer)")/

/** Lists of tags and of names have one length in the model: that for requests. */
const emptyLists =
  /^DescribeTags: Invalid length for parameter TagDescriptions\[0\]\.Tags, value: 0,|^GetParameters: Invalid length for parameter InvalidParameters, value: 0,/

const explained = [newerThanBotocore, newerExpress, emptyLists]
