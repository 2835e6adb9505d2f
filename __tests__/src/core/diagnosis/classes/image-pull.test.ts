/** Reasons as ECS words them: docs.aws.amazon.com, task_cannot_pull_image. */
import { expect, test } from '@jest/globals'
import {
  definition,
  type EvidenceOverrides,
  explained,
  image,
  secret,
} from '../../../../support/failure-evidence.js'

const pull = 'CannotPullContainerError: '
const pullActions = 'ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer'
const digest = `sha256:${'5d'.repeat(32)}`

/** A task with another image, and with the secret that holds the credentials for its registry. */
function running(reference: string, credentialsParameter?: string): EvidenceOverrides {
  const repositoryCredentials = credentialsParameter ? { credentialsParameter } : undefined
  const container = { name: 'app', image: reference, ...(repositoryCredentials && { repositoryCredentials }) }
  return { definition: { ...definition, containerDefinitions: [container] } }
}

const setCredentials = (host: string) =>
  `set repositoryCredentials to a Secrets Manager secret with username and password for ${host}, which the execution role ecsTaskExecutionRole may read.`

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: unknown
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
    next: `Allow the execution role ecsTaskExecutionRole to pull it: ${pullActions}.`,
  },
  {
    name: 'a registry that cannot be reached',
    reason: `${pull}ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: dial tcp 10.0.0.1:443: i/o timeout`,
    detail: 'the registry could not be reached from the subnets of the task',
    next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
  },
  // github.com/apptension/saas-boilerplate/issues/204
  {
    name: 'the limit of Docker Hub',
    reason: `${pull}ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/cypress/included/manifests/sha256:86e3: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit`,
    more: running('cypress/included:13.1.0'),
    detail: 'docker.io limits the rate of pulls',
    next: 'Pull from a registry without this limit, such as an ECR pull through cache, or set repositoryCredentials to a Secrets Manager secret with an account of docker.io.',
  },
  // github.com/openreplay/openreplay/issues/4076
  {
    name: 'the limit of Amazon ECR Public',
    reason: `${pull}toomanyrequests: Rate exceeded`,
    more: running('public.ecr.aws/nginx/nginx:1.27'),
    detail: 'public.ecr.aws limits the rate of pulls',
    next: 'Pull from a registry without this limit, such as an ECR pull through cache.',
  },
  {
    name: 'the limit of Amazon ECR',
    reason: `${pull}toomanyrequests: Rate exceeded`,
    detail: 'Amazon ECR limits the rate of pulls',
    next: 'Start fewer tasks at once, or request a higher quota for Amazon ECR.',
  },
  // github.com/awslabs/aws-batch-helpers/issues/4
  {
    name: 'Docker Hub: an image that may be missing or private',
    reason: `${pull}Error response from daemon: pull access denied for octo/web, repository does not exist or may require 'docker login'`,
    more: running('octo/web:1'),
    detail: 'docker.io has no public image octo/web: the name is wrong, or it is private',
    next: `Correct the name (with its registry, if it is not in Docker Hub), or ${setCredentials('docker.io')}`,
  },
  {
    name: 'Docker Hub: an image whose registry was left out',
    reason: `${pull}pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/web:9be21c4: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    more: running('web:9be21c4'),
    detail: 'docker.io has no public image web: the name is wrong, or it is private',
    next: `Correct the name (with its registry, if it is not in Docker Hub), or ${setCredentials('docker.io')}`,
  },
  {
    name: 'ghcr.io: no token for an anonymous pull, 401',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref ghcr.io/octo/web:1: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aocto%2Fweb%3Apull&service=ghcr.io: 401 Unauthorized`,
    more: running('ghcr.io/octo/web:1'),
    detail: 'ghcr.io has no public image ghcr.io/octo/web: the name is wrong, or it is private',
    next: `Correct the name, or ${setCredentials('ghcr.io')}`,
  },
  {
    name: 'ghcr.io: 403',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref ghcr.io/octo/web:1: failed to authorize: failed to fetch anonymous token: unexpected status: 403 Forbidden`,
    more: running('ghcr.io/octo/web:1'),
    detail: 'ghcr.io has no public image ghcr.io/octo/web: the name is wrong, or it is private',
    next: `Correct the name, or ${setCredentials('ghcr.io')}`,
  },
  // github.com/aws/containers-roadmap/issues/1658
  {
    name: 'Artifactory: no token for an anonymous pull',
    reason: `${pull}inspect image has been retried 1 time(s): failed to resolve ref "docker.us.artifactory.r1.example.com/web:20220128.2": failed to authorize: failed to fetch anonymous token`,
    more: running('docker.us.artifactory.r1.example.com/web:20220128.2'),
    detail:
      'docker.us.artifactory.r1.example.com has no public image docker.us.artifactory.r1.example.com/web: the name is wrong, or it is private',
    next: `Correct the name, or ${setCredentials('docker.us.artifactory.r1.example.com')}`,
  },
  // github.com/canonical/microk8s/issues/4754
  {
    name: 'GitLab: a token that expired',
    reason: `${pull}pull image manifest has been retried 1 time(s): failed to resolve ref registry.gitlab.com/octo/web:1: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://gitlab.com/jwt/auth?scope=repository%3Aocto%2Fweb%3Apull&service=container_registry: 403 Forbidden`,
    more: running('registry.gitlab.com/octo/web:1', secret.replace('database-url', 'gitlab')),
    detail:
      'registry.gitlab.com denied the pull of registry.gitlab.com/octo/web with the credentials of web/gitlab-8Zk2Qp',
    next: 'Check username and password in this secret (a token may have expired), and that they may read registry.gitlab.com/octo/web.',
  },
  {
    name: 'Amazon ECR Public: nothing there is private',
    reason: `${pull}pull access denied, repository does not exist or may require authorization`,
    more: running('public.ecr.aws/nginx/ngnix:1.27'),
    detail:
      'public.ecr.aws has no public image public.ecr.aws/nginx/ngnix: the name is wrong, or it is private',
    next: 'Correct the name public.ecr.aws/nginx/ngnix.',
  },
  // github.com/ActionIQ/terraform-aws-retool-ecs-fargate/issues/20
  {
    name: 'Docker Hub cannot be reached',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/tryretool/backend:2.110.5: failed to do request: Head "https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o timeout`,
    more: running('tryretool/backend:2.110.5'),
    detail: 'docker.io could not be reached from the subnets of the task',
    next: expect.stringMatching(
      /^Connect the subnets to the internet \(a NAT gateway or a public IP address\)/,
    ),
  },
  {
    name: 'the token server of Docker Hub cannot be reached',
    reason: `${pull}failed to resolve ref docker.io/octo/web:1: failed to authorize: failed to fetch anonymous token: Get "https://auth.docker.io/token": dial tcp: lookup auth.docker.io: i/o timeout`,
    more: running('octo/web:1'),
    detail: 'docker.io could not be reached from the subnets of the task',
    next: expect.stringMatching(/^Connect the subnets to the internet/),
  },
  // github.com/aws/amazon-ecs-agent/issues/1680
  {
    name: 'ECR cannot be reached',
    reason: `${pull}API error (500): Get https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    detail: 'the registry could not be reached from the subnets of the task',
    next: expect.stringContaining('VPC endpoints for ECR (api and dkr) and S3'),
  },
  {
    name: 'ECR cannot be reached, in the words of ECS',
    reason: `CannotPullContainerError: The task cannot pull '${image}' from the Amazon ECR repository 'web'. There is a connection issue between the task and Amazon ECR. Check your task network configuration`,
    detail: 'the registry could not be reached from the subnets of the task',
    next: expect.stringContaining('VPC endpoints for ECR (api and dkr) and S3'),
  },
  {
    name: 'the layers cannot be reached',
    reason: `${pull}context canceled`,
    detail: 'the registry could not be reached from the subnets of the task',
    next: expect.stringContaining('S3'),
  },
  // github.com/aws-samples/bedrock-access-gateway/issues/114
  {
    name: 'ECR: a repository of another account',
    reason: `${pull}pull image manifest has been retried 1 time(s): failed to resolve ref 366590864501.dkr.ecr.us-west-2.amazonaws.com/proxy:latest: unexpected status from HEAD request to https://366590864501.dkr.ecr.us-west-2.amazonaws.com/v2/proxy/manifests/latest: 403 Forbidden`,
    more: running('366590864501.dkr.ecr.us-west-2.amazonaws.com/proxy:latest'),
    detail: 'account 366590864501 denied the pull of its repository proxy',
    next: `Allow account 123456789012 ecr:BatchGetImage and ecr:GetDownloadUrlForLayer in the policy of the repository, and the execution role ecsTaskExecutionRole to pull it: ${pullActions}.`,
  },
  {
    name: 'ECR: an organization denies it',
    reason:
      'CannotPullECRContainerError: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/0123 is not authorized to perform: ecr:GetAuthorizationToken on resource: * with an explicit deny in a service control policy',
    detail: 'the registry denied the pull, with an explicit deny in a service control policy',
    next: 'For ecr:GetAuthorizationToken: ask the administrators of the organization to change it (an allow in the account does not help).',
  },
  // github.com/aws/amazon-ecs-agent/issues/2137
  {
    name: 'ECR: an image that may be missing or denied',
    reason: `${pull}Error response from daemon: pull access denied for 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web, repository does not exist or may require 'docker login'`,
    detail: 'the registry denied the pull',
    next: `Allow the execution role ecsTaskExecutionRole to pull it: ${pullActions}. Check that the repository web exists.`,
  },
  {
    name: 'ECR: layers that the policy of the endpoint for S3 denies',
    reason: `${pull}ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/aabb: 403 Forbidden`,
    detail: 'the layers of the image may not be downloaded from S3',
    next: 'Allow s3:GetObject on arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/* in the policy of the VPC endpoint for S3.',
  },
  // github.com/aws/amazon-ecs-agent, agent/engine/errors/error_messages.go
  {
    name: 'ECR: a repository that does not exist, in the words of the agent',
    reason: `${pull}The task can’t pull the image '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web' from Amazon Elastic Container Registry using the task execution role 'x'. To fix this, verify that the image URI is correct. Also check that the task execution role has the additional permissions to pull Amazon ECR images. Status Code: 404. Response: 'not found'`,
    detail: 'Amazon ECR has no repository web',
    next: 'Correct the name, or create the repository in account 123456789012 and region eu-west-1 and push the image.',
  },
  {
    name: 'ECR: a repository that does not exist',
    reason: `${pull}failed to resolve ref ${image}: name unknown: The repository with name 'web' does not exist in the registry with id '123456789012'`,
    detail: 'Amazon ECR has no repository web',
    next: 'Correct the name, or create the repository in account 123456789012 and region eu-west-1 and push the image.',
  },
  {
    name: 'a manifest that is unknown',
    reason: `${pull}Error response from daemon: manifest for octo/web:1 not found: manifest unknown: manifest unknown`,
    more: running('octo/web:1'),
    detail: 'octo/web has no tag 1',
    next: 'Push web:1, or deploy a tag that exists. It names no registry, which means Docker Hub.',
  },
  // github.com/aws/containers-roadmap/issues/2837
  {
    name: 'a digest that a pull through cache does not have',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx@${digest}: not found`,
    more: running(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx@${digest}`),
    detail: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx has no image ${digest.slice(0, 19)}`,
    next: expect.stringContaining(
      'If docker-hub is the prefix of a pull through cache rule: pull the image by its tag once, since a digest alone is never fetched from upstream.',
    ),
  },
  // github.com/aws/containers-roadmap/issues/2354
  {
    name: 'an upstream that a pull through cache cannot log in to',
    reason: `${pull}Error response from daemon: pull access denied for 123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx, repository does not exist or may require 'docker login': denied: The authentication to the upstream registry failed. Verify that the credentials provided in the pull through cache rule are correct, and try again`,
    more: running('123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1.27'),
    detail: 'the pull through cache of Amazon ECR could not get nginx:1.27 from its upstream registry',
    next: 'Check the credentials of the pull through cache rule, and that the image exists upstream under this name.',
  },
  {
    name: 'a disk that is full, on Fargate',
    reason: `${pull}ref pull has been retried 1 time(s): failed to extract layer no space left on device: unknown`,
    more: { definition: { ...definition, requiresCompatibilities: ['FARGATE'] } },
    detail: 'the disk has no space for web:9be21c4',
    next: 'Set ephemeralStorage.sizeInGiB to more than it is (21 to 200), or make the image smaller.',
  },
  {
    name: 'a disk that is full, on a container instance',
    reason: `${pull}write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device`,
    detail: 'the disk has no space for web:9be21c4',
    next: 'Give the container instances a larger volume, remove what fills it, or make the image smaller.',
  },
  {
    name: 'a registry with a certificate of its own',
    reason: `${pull}failed to resolve ref registry.example.com:5000/web:1: failed to do request: Head "https://registry.example.com:5000/v2/web/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    more: running('registry.example.com:5000/web:1'),
    detail: 'the hosts of the tasks do not trust the certificate of registry.example.com:5000',
    next: 'Give the registry a certificate of a public authority, or copy the image to Amazon ECR.',
  },
  {
    name: 'no reference at all',
    reason: `${pull}invalid reference format`,
    more: running('octo/Web'),
    detail: '"octo/Web" is not an image reference',
    next: 'Set the image as repository:tag or repository@sha256:….',
  },
  {
    name: 'an image whose name and tag are words of an error',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref octo/timeout-denied:403: octo/timeout-denied:403: not found`,
    more: running('octo/timeout-denied:403'),
    detail: 'octo/timeout-denied has no tag 403',
    next: 'Push timeout-denied:403, or deploy a tag that exists. It names no registry, which means Docker Hub.',
  },
  {
    name: 'words that nobody knows',
    reason: `${pull}the moon is full`,
    detail: undefined,
    next: undefined,
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('image-pull', reason, more)).toStrictEqual({ detail, next })
})
