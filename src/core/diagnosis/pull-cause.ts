/**
 * Why an image could not be pulled.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 */
import { parseImage, shortImage } from '../task-definition/image.js'
import { text } from '../text/json.js'
import { architecture, buildPlatform, containerOf, executionRole, memberAt } from './container.js'
import type { Explanation, FailureEvidence } from './explanation.js'

export function pullCause(evidence: FailureEvidence): Explanation {
  return {
    ...pullFinding(evidence),
    position: memberAt(evidence, evidence.group.container, 'image'),
  }
}

function pullFinding({ group, definition }: FailureEvidence): Explanation {
  const { reason, container } = group
  const reference = text(containerOf(definition, container)?.image)
  const image = reference ? shortImage(reference) : 'the image'
  if (/matching platform|no matching manifest/i.test(reason)) {
    return {
      detail: `${image} is not built for ${architecture(definition)}, which the task runs on`,
      next: `Build it for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
    }
  }
  if (/toomanyrequests|rate limit/i.test(reason)) {
    return {
      detail: 'the registry limits how often it may be asked',
      next: 'Pull from a registry without that limit, such as an ECR pull through cache, or give repositoryCredentials.',
    }
  }
  if (/not found|manifest unknown|does not exist/i.test(reason) && !/denied/i.test(reason)) {
    return {
      detail: missing(reference),
      next: `Push ${image}, or deploy a tag that is there.`,
    }
  }
  if (/denied|not authorized|unauthorized|\b40[13]\b|has the permissions/i.test(reason)) {
    return {
      detail: 'the registry refuses the pull',
      next: `Let ${executionRole(definition)} pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account its repository policy, too.`,
    }
  }
  if (/time(d )?out|dial tcp|no such host|connection refused|deadline exceeded|\bEOF\b/i.test(reason)) {
    return {
      detail: 'the registry could not be reached from the subnets of the task',
      next: 'Give the subnets a way out: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
    }
  }
  return {}
}

/** Which repository it is, and what it has not. */
function missing(reference: string | undefined): string {
  const image = reference ? parseImage(reference) : undefined
  if (!image) return 'its registry does not have it'
  const { repository, tag, digest } = image
  return `${repository} has ${digest ? `no image ${digest.slice(0, 19)}` : `no tag ${tag ?? 'latest'}`}`
}
