/**
 * Why a task could not pull its image, in the words of ECS, containerd and Docker.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 */
import { parseArn } from '../ecs/arn.js'
import { denialOf } from '../errors/denial.js'
import { parseImage, shortImage } from '../task-definition/image.js'
import { type EcrImage, type ImageRegistry, registryOf } from '../task-definition/image-registry.js'
import { pullThroughAdvice } from '../task-definition/pull-through.js'
import type { JsonObject } from '../text/json.js'
import { isObject, text } from '../text/json.js'
import { buildPlatform, containerOf, cpuArchitecture, executionRole } from './container-definition.js'
import type { Explanation, FailureEvidence } from './evidence.js'
import { noExplanation } from './evidence.js'
import { diskStep } from './runtime-failures.js'

type PullExplanation = Omit<Explanation, 'position'>

interface Pull {
  readonly reason: string
  readonly definition: JsonObject
  /** `web:9be21c4`, or `the image` */
  readonly image: string
  readonly reference: string | undefined
  readonly registry: ImageRegistry | undefined
  /** ARN of the secret in `repositoryCredentials` */
  readonly credentials: string | undefined
  /** of the tasks */
  readonly account: string | undefined
}

interface PullRow {
  readonly matches: RegExp
  readonly explain: (pull: Pull) => PullExplanation
}

/** The first row that matches decides. */
const rows: readonly PullRow[] = [
  { matches: /matching platform|no matching manifest/i, explain: otherPlatform },
  { matches: /toomanyrequests|too many requests|rate limit|\b429\b/i, explain: tooManyPulls },
  { matches: /no space left on device/i, explain: noSpace },
  { matches: /upstream registry|pull through cache/i, explain: upstreamFailed },
  { matches: /x509|certificate/i, explain: certificateRefused },
  {
    matches:
      /time(?:d )?out|dial tcp|no such host|connection (?:refused|reset|issue)|deadline exceeded|context canceled|request canceled|network is unreachable|no route to host|network configuration|\bEOF\b|nil pointer/i,
    explain: unreachable,
  },
  { matches: /Status Code: 404/, explain: noRepository },
  { matches: /starport-layer-bucket/, explain: layersDenied },
  {
    matches:
      /denied|not authorized|failed to authorize|unauthorized|anonymous token|authentication required|basic auth|forbidden|\b40[13]\b|permissions to pull/i,
    explain: denied,
  },
  { matches: /name unknown|repository [^:;]{1,300}? (?:not found|does not exist)/i, explain: noRepository },
  { matches: /not found|manifest unknown|does not exist|\b404\b/i, explain: noImage },
  { matches: /invalid reference format/i, explain: invalidReference },
]

export function explainPull({ failure, definition }: FailureEvidence): PullExplanation {
  const { reason, container: name, tasks } = failure
  const container = containerOf(definition, name)
  const reference = text(container?.image)
  const words = withoutImage(reason, reference)
  const row = rows.find(({ matches }) => matches.test(words))
  if (!row) return noExplanation
  const { repositoryCredentials } = container ?? {}
  return row.explain({
    reason,
    definition,
    reference,
    image: reference ? shortImage(reference) : 'the image',
    registry: reference === undefined ? undefined : registryOf(reference),
    credentials: isObject(repositoryCredentials)
      ? text(repositoryCredentials.credentialsParameter)
      : undefined,
    account: parseArn(tasks[0] ?? '')?.account ?? parseArn(text(definition.executionRoleArn) ?? '')?.account,
  })
}

/** An image can be called `timeout`, and its tag `403`. */
function withoutImage(reason: string, reference: string | undefined): string {
  const { repository, tag = '' } = (reference !== undefined && parseImage(reference)) || {}
  if (reference === undefined || repository === undefined) return reason
  const path = hasHost(reference) ? repository.slice(repository.indexOf('/') + 1) : repository
  return [reference, repository, `${path}/manifests/${tag}`, path].reduce(
    (words, name) => words.replaceAll(name, 'IMAGE'),
    reason,
  )
}

function otherPlatform({ image, definition }: Pull): PullExplanation {
  return {
    detail: `${image} is not built for ${cpuArchitecture(definition)}, which the task runs on`,
    next: `Build it for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
  }
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors.html#error429 */
function tooManyPulls({ registry }: Pull): PullExplanation {
  if (registry?.kind === 'ecr') {
    return {
      detail: 'Amazon ECR limits the rate of pulls',
      next: 'Start fewer tasks at once, or request a higher quota for Amazon ECR.',
    }
  }
  const host = registry?.host ?? 'the registry'
  const cache = 'Pull from a registry without this limit, such as an ECR pull through cache'
  // Amazon ECR Public takes no repositoryCredentials of the user.
  if (host === 'public.ecr.aws') return { detail: limitText(host), next: `${cache}.` }
  return {
    detail: limitText(host),
    next: `${cache}, or set repositoryCredentials to a Secrets Manager secret with an account of ${host}.`,
  }
}

function limitText(host: string): string {
  return `${host} limits the rate of pulls`
}

function noSpace({ definition, image }: Pull): PullExplanation {
  return { detail: `the disk has no space for ${image}`, next: diskStep(definition) }
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/error-pullthroughcache.html */
function upstreamFailed({ image }: Pull): PullExplanation {
  return {
    detail: `the pull through cache of Amazon ECR could not get ${image} from its upstream registry`,
    next: 'Check the credentials of the pull through cache rule, and that the image exists upstream under this name.',
  }
}

function certificateRefused({ registry }: Pull): PullExplanation {
  return {
    detail: `the hosts of the tasks do not trust the certificate of ${hostOf(registry)}`,
    next: 'Give the registry a certificate of a public authority, or copy the image to Amazon ECR.',
  }
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function unreachable({ registry }: Pull): PullExplanation {
  if (registry?.kind === 'elsewhere') {
    return {
      detail: `${registry.host} could not be reached from the subnets of the task`,
      next: 'Connect the subnets to the internet (a NAT gateway or a public IP address), let the security group reach port 443, and check the name of the registry; or copy the image to Amazon ECR.',
    }
  }
  return {
    detail: 'the registry could not be reached from the subnets of the task',
    next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
  }
}

/** Layers are in a bucket of AWS: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function layersDenied({ registry }: Pull): PullExplanation {
  const region = registry?.kind === 'ecr' ? registry.region : 'REGION'
  return {
    detail: 'the layers of the image may not be downloaded from S3',
    next: `Allow s3:GetObject on arn:aws:s3:::prod-${region}-starport-layer-bucket/* in the policy of the VPC endpoint for S3.`,
  }
}

function denied(pull: Pull): PullExplanation {
  const { registry } = pull
  return registry?.kind === 'elsewhere' ? deniedElsewhere(pull, registry.host) : deniedByEcr(pull, registry)
}

const pullActions = 'ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer'

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html */
function deniedByEcr({ account, definition, reason }: Pull, ecr: EcrImage | undefined): PullExplanation {
  const { action, clause, remedy } = denialOf({ message: reason, operation: 'ecr:BatchGetImage' })
  if (clause) return { detail: `the registry denied the pull${clause}`, next: `For ${action}: ${remedy}.` }
  const role = executionRole(definition)
  if (ecr && account && account !== ecr.account) {
    return {
      detail: `account ${ecr.account} denied the pull of its repository ${ecr.repository}`,
      next: `Allow account ${account} ecr:BatchGetImage and ecr:GetDownloadUrlForLayer in the policy of the repository, and ${role} to pull it: ${pullActions}.`,
    }
  }
  const exists = /not exist/.test(reason) && ecr ? ` Check that the repository ${ecr.repository} exists.` : ''
  const isOwn = ecr !== undefined && account === ecr.account
  const other = isOwn ? '' : '; for a repository in another account, its policy must allow this, too'
  return {
    detail: 'the registry denied the pull',
    next: `Allow ${role} to pull it: ${pullActions}${other}.${exists}`,
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html */
function deniedElsewhere({ credentials, definition, reference = '' }: Pull, host: string): PullExplanation {
  const { repository = 'the image' } = parseImage(reference) ?? {}
  if (credentials !== undefined) {
    const secret = credentials.slice(credentials.lastIndexOf(':secret:') + 1).replace(/^secret:/, '')
    return {
      detail: `${host} denied the pull of ${repository} with the credentials of ${secret}`,
      next: `Check username and password in this secret (a token may have expired), and that they may read ${repository}.`,
    }
  }
  const named = `${host} has no public image ${repository}: the name is wrong, or it is private`
  if (host === 'public.ecr.aws') return { detail: named, next: `Correct the name ${repository}.` }
  const registry = hasHost(reference) ? '' : ' (with its registry, if it is not in Docker Hub)'
  return {
    detail: named,
    next: `Correct the name${registry}, or set repositoryCredentials to a Secrets Manager secret with username and password for ${host}, which ${executionRole(definition)} may read.`,
  }
}

function noRepository({ reference = '', registry }: Pull): PullExplanation {
  const { repository = 'the image' } = parseImage(reference) ?? {}
  const name = registry?.kind === 'ecr' ? registry.repository : repository
  const place =
    registry?.kind === 'ecr' ? ` in account ${registry.account} and region ${registry.region}` : ''
  return {
    detail: `${hostOf(registry)} has no repository ${name}`,
    next: `Correct the name, or create the repository${place} and push the image.`,
  }
}

function noImage({ image, reference, registry }: Pull): PullExplanation {
  const parsed = reference ? parseImage(reference) : undefined
  if (!parsed)
    return { detail: 'the registry does not have it', next: `Push ${image}, or deploy a tag that exists.` }
  const { repository, tag, digest } = parsed
  const registryHint =
    registry?.kind === 'elsewhere' && !hasHost(reference ?? '')
      ? ' It names no registry, which means Docker Hub.'
      : ''
  return {
    detail: `${repository} has ${digest ? `no image ${digest.slice(0, 19)}` : `no tag ${tag ?? 'latest'}`}`,
    next: `Push ${image}, or deploy ${digest ? 'an image' : 'a tag'} that exists.${registryHint}${cacheHint(registry)}`,
  }
}

/** A tag that is missing here is missing upstream, too. */
function cacheHint(registry: ImageRegistry | undefined): string {
  const advice = registry?.kind === 'ecr' && 'digest' in registry.id && pullThroughAdvice(registry)
  return advice ? ` ${advice}` : ''
}

function invalidReference({ reference = '' }: Pull): PullExplanation {
  return {
    detail: `"${reference}" is not an image reference`,
    next: 'Set the image as repository:tag or repository@sha256:….',
  }
}

function hostOf(registry: ImageRegistry | undefined): string {
  if (registry?.kind === 'elsewhere') return registry.host
  return registry ? 'Amazon ECR' : 'the registry'
}

/** `nginx` and `octo/web` are in Docker Hub. */
function hasHost(reference: string): boolean {
  return /^(?:localhost|[^/]*[.:][^/]*)\//.test(reference)
}
