/** Reasons as ECS words them: docs.aws.amazon.com, task_cannot_pull_image. */
import { expect, test } from '@jest/globals'
import { definition, type EvidenceOverrides, explained, image } from '../../../../support/failure-evidence.js'

const pull = 'CannotPullContainerError: '

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: string | undefined
}>([
  {
    name: 'a tag that does not exist',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: ${image}: not found`,
    detail: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web has no tag 9be21c4',
    next: `Push web:9be21c4, or deploy a tag that exists.`,
  },
  {
    name: 'an image for another platform',
    reason: `${pull}image Manifest does not contain descriptor matching platform 'linux/amd64'`,
    detail: 'web:9be21c4 is not built for X86_64, which the task runs on',
    next: 'Build it for linux/amd64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'an image for another platform than ARM64',
    reason: `${pull}image Manifest does not contain descriptor matching platform 'linux/arm64'`,
    more: { definition: { ...definition, runtimePlatform: { cpuArchitecture: 'ARM64' } } },
    detail: 'web:9be21c4 is not built for ARM64, which the task runs on',
    next: 'Build it for linux/arm64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'a role that may not pull',
    reason: `${pull}The task can't pull the image. Check that the role has the permissions to pull images from the registry`,
    detail: 'the registry denied the pull',
    next: 'Allow the execution role ecsTaskExecutionRole to pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account, its repository policy must allow it, too.',
  },
  {
    name: 'a registry that cannot be reached',
    reason: `${pull}ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: dial tcp 10.0.0.1:443: i/o timeout`,
    detail: 'the registry could not be reached from the subnets of the task',
    next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
  },
  {
    name: 'the limit of Docker Hub',
    reason: `${pull}toomanyrequests: You have reached your pull rate limit`,
    detail: 'the registry limits the rate of pulls',
    next: 'Pull from a registry without this limit, such as an ECR pull through cache, or set repositoryCredentials.',
  },
  {
    name: 'an image that may be missing or private',
    reason: `${pull}pull access denied for octo/web, repository does not exist or may require 'docker login'`,
    detail: 'the registry denied the pull',
    next: 'Allow the execution role ecsTaskExecutionRole to pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account, its repository policy must allow it, too.',
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('image-pull', reason, more)).toStrictEqual({ detail, next })
})
