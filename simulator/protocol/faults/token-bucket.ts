/**
 * Rate limits per account and Region: documented sizes for each category of ECS actions (docs.aws.amazon.com,
 * AmazonECS/latest/APIReference/request-throttling.html), and for other services.
 */
import type { Clock } from '../../time/clock.js'

export interface Bucket {
  readonly burst: number
  readonly perSecond: number
}

export type Category = keyof typeof documentedBuckets

export const documentedBuckets = {
  'cluster-modify': { burst: 20, perSecond: 1 },
  'cluster-read': { burst: 50, perSecond: 20 },
  'task-definition-modify': { burst: 20, perSecond: 1 },
  'task-definition-read': { burst: 50, perSecond: 20 },
  'service-modify': { burst: 50, perSecond: 5 },
  'service-read': { burst: 100, perSecond: 20 },
  'service-deployment': { burst: 50, perSecond: 20 },
  'service-revision': { burst: 50, perSecond: 20 },
  'cluster-resource-modify': { burst: 100, perSecond: 40 },
  'cluster-resource-read': { burst: 100, perSecond: 20 },
  'tag-modify': { burst: 20, perSecond: 10 },
  'tag-read': { burst: 50, perSecond: 20 },
  // AmazonCloudWatch/latest/monitoring, cloudwatch_limits: 9 per second.
  alarm: { burst: 9, perSecond: 9 },
  // AmazonCloudWatch/latest/logs, cloudwatch_limits_cwl.
  'log-group': { burst: 10, perSecond: 10 },
  'log-stream': { burst: 25, perSecond: 25 },
  'log-events': { burst: 25, perSecond: 25 },
  // AmazonECR/latest/userguide, service-quotas.
  'image-pull': { burst: 2_000, perSecond: 2_000 },
  // Not documented; assumed.
  'scalable-target': { burst: 10, perSecond: 10 },
  'target-group': { burst: 40, perSecond: 10 },
  image: { burst: 100, perSecond: 20 },
  // docs.github.com, rest/using-the-rest-api/rate-limits-for-the-rest-api: 80 content-creating requests per
  // minute.
  'github-content': { burst: 80, perSecond: 80 / 60 },
} as const satisfies Record<string, Bucket>

/** StopServiceDeployment is in no documented category and is never throttled here. */
const categories: Readonly<Record<string, Category>> = {
  'issues/create-comment': 'github-content',
  'issues/update-comment': 'github-content',
  'repos/create-deployment': 'github-content',
  'repos/create-deployment-status': 'github-content',
  CreateCluster: 'cluster-modify',
  UpdateCluster: 'cluster-modify',
  DeleteCluster: 'cluster-modify',
  DescribeClusters: 'cluster-read',
  ListClusters: 'cluster-read',
  RegisterTaskDefinition: 'task-definition-modify',
  DeregisterTaskDefinition: 'task-definition-modify',
  DescribeTaskDefinition: 'task-definition-read',
  ListTaskDefinitions: 'task-definition-read',
  CreateService: 'service-modify',
  UpdateService: 'service-modify',
  DeleteService: 'service-modify',
  // Not documented: taken to count like those of other services.
  CreateExpressGatewayService: 'service-modify',
  UpdateExpressGatewayService: 'service-modify',
  DeleteExpressGatewayService: 'service-modify',
  DescribeExpressGatewayService: 'service-read',
  DescribeServices: 'service-read',
  ListServices: 'service-read',
  DescribeServiceDeployments: 'service-deployment',
  ListServiceDeployments: 'service-deployment',
  DescribeServiceRevisions: 'service-revision',
  RunTask: 'cluster-resource-modify',
  StopTask: 'cluster-resource-modify',
  DescribeTasks: 'cluster-resource-read',
  ListTasks: 'cluster-resource-read',
  TagResource: 'tag-modify',
  UntagResource: 'tag-modify',
  ListTagsForResource: 'tag-read',
  DescribeAlarms: 'alarm',
  DescribeScalableTargets: 'scalable-target',
  DescribeTargetGroups: 'target-group',
  DescribeTargetGroupAttributes: 'target-group',
  DescribeTargetHealth: 'target-group',
  DescribeRepositories: 'image',
  DescribeImages: 'image',
  BatchGetImage: 'image-pull',
  GetDownloadUrlForLayer: 'image-pull',
  DescribeLogGroups: 'log-group',
  DescribeLogStreams: 'log-stream',
  GetLogEvents: 'log-events',
}

/** Undefined if AWS documents no limit. */
export function categoryOf(operation: string): Category | undefined {
  return categories[operation]
}

export class Throttle {
  readonly #clock: Clock
  readonly #buckets: Readonly<Record<Category, Bucket>>
  readonly #levels = new Map<Category, { tokens: number; at: number }>()

  constructor(clock: Clock, buckets: Partial<Readonly<Record<Category, Bucket>>> = {}) {
    this.#clock = clock
    this.#buckets = { ...documentedBuckets, ...buckets }
  }

  /** False if no token is left. */
  take(operation: string): boolean {
    const category = categoryOf(operation)
    if (!category) return true
    const { burst, perSecond } = this.#buckets[category]
    const now = this.#clock.now()
    const last = this.#levels.get(category) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, last.tokens + ((now - last.at) / 1000) * perSecond)
    const admitted = tokens >= 1
    this.#levels.set(category, { tokens: admitted ? tokens - 1 : tokens, at: now })
    return admitted
  }
}
