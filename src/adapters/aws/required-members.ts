/**
 * Members of answers that a decision needs, by operation. An answer without one counts as no answer: it is read again,
 * and a change may have taken effect. Absence of any other member means what its documentation says.
 */

import type * as scaling from '@aws-sdk/client-application-auto-scaling'
import type * as cloudwatch from '@aws-sdk/client-cloudwatch'
import type * as ecr from '@aws-sdk/client-ecr'
import type * as ecs from '@aws-sdk/client-ecs'
import type * as elb from '@aws-sdk/client-elastic-load-balancing-v2'

/** `true`: present, and no empty text. A list may be empty; what is said of it holds for each item. */
type Required<T> = { readonly [K in keyof T]?: true | Required<ItemOf<T[K]>> | WhenPresent<T[K]> }

interface WhenPresent<T> {
  readonly whenPresent: Required<ItemOf<T>>
}

type ItemOf<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : NonNullable<T>

const service = {
  serviceArn: true,
  serviceName: true,
  clusterArn: true,
  status: true,
  desiredCount: true,
  runningCount: true,
  pendingCount: true,
  deploymentConfiguration: {
    deploymentCircuitBreaker: {
      whenPresent: {
        enable: true,
        rollback: true,
        thresholdConfiguration: { whenPresent: { type: true, value: true } },
      },
    },
    alarms: { whenPresent: { enable: true } },
  },
  loadBalancers: { containerName: true, containerPort: true },
  deployments: {
    id: true,
    status: true,
    taskDefinition: true,
    desiredCount: true,
    pendingCount: true,
    runningCount: true,
  },
} as const satisfies Required<ecs.Service>

const alarm = { AlarmName: true, StateValue: true } as const

const requiredMembers = {
  DescribeServices: { services: { whenPresent: service } },
  UpdateService: { service },
  UpdateExpressGatewayService: { service: { serviceArn: true } },
  DescribeExpressGatewayService: { service: { serviceArn: true } },
  DescribeTaskDefinition: {
    taskDefinition: { taskDefinitionArn: true, family: true, containerDefinitions: true },
  },
  RegisterTaskDefinition: { taskDefinition: { taskDefinitionArn: true, revision: true } },
  ListServiceDeployments: { serviceDeployments: { serviceDeploymentArn: true, status: true } },
  DescribeServiceDeployments: { serviceDeployments: { serviceDeploymentArn: true, status: true } },
  DescribeServiceRevisions: { serviceRevisions: { serviceRevisionArn: true, taskDefinition: true } },
  ListTasks: { taskArns: true },
  DescribeTasks: { tasks: { taskArn: true, lastStatus: true, desiredStatus: true } },
  RunTask: { tasks: { whenPresent: { taskArn: true } } },
  DescribeAlarms: { MetricAlarms: { whenPresent: alarm }, CompositeAlarms: { whenPresent: alarm } },
  DescribeScalableTargets: {
    ScalableTargets: { whenPresent: { MinCapacity: true, MaxCapacity: true } },
  },
  DescribeTargetGroups: {
    TargetGroups: { TargetGroupArn: true, TargetGroupName: true, TargetType: true },
  },
  DescribeTargetGroupAttributes: { Attributes: { Key: true, Value: true } },
  DescribeTargetHealth: {
    TargetHealthDescriptions: { whenPresent: { Target: { Id: true }, TargetHealth: { State: true } } },
  },
  BatchGetImage: {
    images: { whenPresent: { imageId: { imageDigest: true }, imageManifest: true } },
    failures: { whenPresent: { failureCode: true } },
  },
  GetDownloadUrlForLayer: { downloadUrl: true },
} as const satisfies Answers

interface Answers {
  readonly DescribeServices: Required<ecs.DescribeServicesResponse>
  readonly UpdateService: Required<ecs.UpdateServiceResponse>
  readonly UpdateExpressGatewayService: Required<ecs.UpdateExpressGatewayServiceResponse>
  readonly DescribeExpressGatewayService: Required<ecs.DescribeExpressGatewayServiceResponse>
  readonly DescribeTaskDefinition: Required<ecs.DescribeTaskDefinitionResponse>
  readonly RegisterTaskDefinition: Required<ecs.RegisterTaskDefinitionResponse>
  readonly ListServiceDeployments: Required<ecs.ListServiceDeploymentsResponse>
  readonly DescribeServiceDeployments: Required<ecs.DescribeServiceDeploymentsResponse>
  readonly DescribeServiceRevisions: Required<ecs.DescribeServiceRevisionsResponse>
  readonly ListTasks: Required<ecs.ListTasksResponse>
  readonly DescribeTasks: Required<ecs.DescribeTasksResponse>
  readonly RunTask: Required<ecs.RunTaskResponse>
  readonly DescribeAlarms: Required<cloudwatch.DescribeAlarmsOutput>
  readonly DescribeScalableTargets: Required<scaling.DescribeScalableTargetsResponse>
  readonly DescribeTargetGroups: Required<elb.DescribeTargetGroupsOutput>
  readonly DescribeTargetGroupAttributes: Required<elb.DescribeTargetGroupAttributesOutput>
  readonly DescribeTargetHealth: Required<elb.DescribeTargetHealthOutput>
  readonly BatchGetImage: Required<ecr.BatchGetImageResponse>
  readonly GetDownloadUrlForLayer: Required<ecr.GetDownloadUrlForLayerResponse>
}

/** An answer that has what is required of it. */
type Complete<T, R> =
  NonNullable<T> extends readonly (infer Item)[]
    ? CompleteStructure<Item, R>[]
    : CompleteStructure<NonNullable<T>, R>

type CompleteStructure<T, R> = Omit<T, keyof R> & {
  [K in keyof R & keyof T as R[K] extends WhenPresent<unknown> ? never : K]-?: R[K] extends true
    ? NonNullable<T[K]>
    : Complete<T[K], R[K]>
} & {
  [K in keyof R & keyof T as R[K] extends WhenPresent<unknown> ? K : never]?:
    | (R[K] extends { readonly whenPresent: infer Inner } ? Complete<T[K], Inner> : never)
    | undefined
}

type NameOf<Operation> = Operation extends `${string}:${infer Name}` ? Name : never

/** The answer to `ecs:DescribeServices`. */
export type CompleteAnswer<Operation extends string, Answer> =
  NameOf<Operation> extends keyof typeof requiredMembers
    ? CompleteStructure<Answer, (typeof requiredMembers)[NameOf<Operation>]>
    : Answer

/** The place of the first one that is missing. */
export function findMissing(operation: string, answer: object): string | undefined {
  const required = (requiredMembers as Readonly<Record<string, Spec>>)[operation]
  return required && missingIn(required, answer, '')
}

interface Spec {
  readonly [member: string]: true | Spec
}

function missingIn(spec: Spec, structure: object, place: string): string | undefined {
  for (const [name, needed] of Object.entries(spec)) {
    const value = (structure as Readonly<Record<string, unknown>>)[name]
    const here = place ? `${place}.${name}` : name
    const missing = missingAt(needed, value, here)
    if (missing !== undefined) return missing
  }
  return undefined
}

function missingAt(needed: true | Spec, value: unknown, place: string): string | undefined {
  const isAbsent = value === undefined || value === null || value === ''
  if (needed === true) return isAbsent ? place : undefined
  const { whenPresent } = needed
  if (isAbsent) return whenPresent ? undefined : place
  const inner = (whenPresent ?? needed) as Spec
  if (!Array.isArray(value)) return missingIn(inner, value as object, place)
  for (const [index, item] of value.entries()) {
    const missing = missingIn(inner, item, `${place}[${index}]`)
    if (missing !== undefined) return missing
  }
  return undefined
}
