/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html */
import { parseImage, shortImage } from '../../task-definition/image.js'
import { text } from '../../text/json.js'
import type { ClassRow } from '../class-row.js'
import {
  buildPlatform,
  containerOf,
  cpuArchitecture,
  executionRole,
  memberAt,
} from '../container-definition.js'
import type { Explanation, FailureEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'
import { reasonText } from '../reason-text.js'

export const imagePull = {
  id: 'image-pull',
  matchesTask: end => /CannotPull|image Manifest does not contain/i.test(end.text),
  matchesDeployment: () => false,
  describe: ({ failure, definition }, detail) => {
    const image = text(containerOf(definition, failure.container)?.image)
    const words = detail ? '' : `: ${reasonText(failure.reason)}`
    return `could not pull ${image ? shortImage(image) : 'an image'}${words}`
  },
  explain: evidence => {
    const { detail, next } = explainPull(evidence)
    return { detail, next, position: memberAt(evidence, evidence.failure.container, 'image') }
  },
  nextStep: () =>
    'Check that the image was pushed with this tag, for this architecture, and that the execution role may pull it.',
  hasLogs: false,
  countsForFailFast: true,
} as const satisfies ClassRow

function explainPull({ failure, definition }: FailureEvidence): Omit<Explanation, 'position'> {
  const { reason, container } = failure
  const reference = text(containerOf(definition, container)?.image)
  const image = reference ? shortImage(reference) : 'the image'
  if (/matching platform|no matching manifest/i.test(reason)) {
    return {
      detail: `${image} is not built for ${cpuArchitecture(definition)}, which the task runs on`,
      next: `Build it for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
    }
  }
  if (/toomanyrequests|rate limit/i.test(reason)) {
    return {
      detail: 'the registry limits the rate of pulls',
      next: 'Pull from a registry without this limit, such as an ECR pull through cache, or set repositoryCredentials.',
    }
  }
  if (/not found|manifest unknown|does not exist/i.test(reason) && !/denied/i.test(reason)) {
    return { detail: missingImage(reference), next: `Push ${image}, or deploy a tag that exists.` }
  }
  if (/denied|not authorized|unauthorized|\b40[13]\b|has the permissions/i.test(reason)) {
    return {
      detail: 'the registry denied the pull',
      next: `Allow ${executionRole(definition)} to pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account, its repository policy must allow it, too.`,
    }
  }
  if (/time(d )?out|dial tcp|no such host|connection refused|deadline exceeded|\bEOF\b/i.test(reason)) {
    return {
      detail: 'the registry could not be reached from the subnets of the task',
      next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
    }
  }
  return noExplanation
}

function missingImage(reference: string | undefined): string {
  const image = reference ? parseImage(reference) : undefined
  if (!image) return 'the registry does not have it'
  const { repository, tag, digest } = image
  return `${repository} has ${digest ? `no image ${digest.slice(0, 19)}` : `no tag ${tag ?? 'latest'}`}`
}
