/** Whole files that ECS does not take, one for each rule: refused with the line, and by ECS where preflight lets them pass. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { file, playFile } from '../support/definition-file.js'
import { changesIn, type Played } from '../support/play.js'
import { acceptedInputs, playWeb, text } from '../support/web-stories.js'

interface Row {
  readonly file: string
  readonly check: string
  readonly says: RegExp
  readonly ecs: string
}

const onFargate = (member: string) => `Fargate compatible task definitions do not support ${member}`

const rows: readonly Row[] = [
  { file: 'fargate-host-path', check: 'fargate-unsupported', says: /volume "uploads" has host\.sourcePath/, ecs: onFargate('sourcePath') },
  { file: 'fargate-docker-volume', check: 'fargate-unsupported', says: /volume "esdata" has dockerVolumeConfiguration/, ecs: onFargate('dockerVolumeConfiguration') },
  { file: 'fargate-privileged', check: 'fargate-unsupported', says: /container runner is privileged/, ecs: 'Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.' },
  { file: 'fargate-ipc-mode', check: 'fargate-unsupported', says: /ipcMode is set/, ecs: onFargate('ipcMode') },
  { file: 'fargate-pid-mode', check: 'fargate-unsupported', says: /pidMode is host, but Fargate supports only task/, ecs: "Tasks using the Fargate launch type do not support pidMode 'host'." },
  { file: 'fargate-placement-constraint', check: 'fargate-unsupported', says: /placementConstraints are set/, ecs: onFargate('constraints') },
  { file: 'fargate-security-options', check: 'fargate-unsupported', says: /container gateway has dockerSecurityOptions/, ecs: onFargate('dockerSecurityOptions') },
  { file: 'fargate-gpu', check: 'fargate-unsupported', says: /container model requires a GPU/, ecs: 'Tasks using the Fargate launch type do not support GPU resource requirements.' },
  { file: 'fargate-devices', check: 'fargate-unsupported', says: /container vpn has devices/, ecs: onFargate('devices') },
  { file: 'fargate-capability', check: 'fargate-unsupported', says: /container haproxy adds a capability that Fargate does not allow/, ecs: 'NET_ADMIN is not allowed on Fargate.' },
  { file: 'fargate-shared-memory', check: 'fargate-unsupported', says: /container chromium has sharedMemorySize/, ecs: onFargate('sharedMemorySize') },
  { file: 'fargate-swap', check: 'fargate-unsupported', says: /container imports has maxSwap/, ecs: onFargate('maxSwap') },
  { file: 'fargate-log-driver', check: 'fargate-unsupported', says: /container mailer has the log driver "json-file"/, ecs: 'json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]' },
  { file: 'fargate-router-from-s3', check: 'fargate-unsupported', says: /the log router log-router reads its configuration from s3/, ecs: "Fargate launch type does not support FirelensConfiguration config file from 's3'" },
  { file: 'fargate-windows-on-arm', check: 'fargate-size', says: /cpuArchitecture is ARM64, but Fargate runs Windows only on X86_64/, ecs: 'No Fargate configuration exists for given values: 1024 CPU, 2048 memory.' },
  { file: 'no-memory-on-ec2', check: 'container-size', says: /container worker has neither memory nor memoryReservation/, ecs: "Invalid setting for container 'worker'. At least one of 'memory' or 'memoryReservation' must be specified." },
  { file: 'links-with-awsvpc', check: 'network-mode', says: /container nginx has links/, ecs: 'Links are not supported when networkMode=awsvpc.' },
  { file: 'hostname-with-awsvpc', check: 'network-mode', says: /container rabbitmq has hostname/, ecs: 'hostname is not supported on container when networkMode=awsvpc.' },
  { file: 'extra-hosts-with-awsvpc', check: 'network-mode', says: /container legacy has extraHosts/, ecs: 'Extra hosts are not supported on container when networkMode=awsvpc.' },
  { file: 'dns-servers-with-awsvpc', check: 'network-mode', says: /container resolver has dnsServers/, ecs: 'DNS servers are not supported on container when networkMode=awsvpc.' },
  { file: 'dns-search-with-awsvpc', check: 'network-mode', says: /container intranet has dnsSearchDomains/, ecs: 'DNS search domains are not supported' },
  { file: 'no-networking-with-awsvpc', check: 'network-mode', says: /container batch has disableNetworking/, ecs: 'Disable Networking is not supported on container when networkMode=awsvpc.' },
  { file: 'ports-without-network', check: 'network-mode', says: /container offline has portMappings/, ecs: 'Port mappings are not supported when networkMode=none.' },
  { file: 'storage-too-small', check: 'ephemeral-storage', says: /ephemeralStorage is 20 GiB, but ECS accepts only 21 to 200/, ecs: 'EphemeralStorage size should be at least 21' },
  { file: 'storage-too-large', check: 'ephemeral-storage', says: /ephemeralStorage is 250 GiB/, ecs: 'EphemeralStorage size should be at most 200' },
  { file: 'storage-on-ec2', check: 'ephemeral-storage', says: /tasks that require EC2 do not support it/, ecs: 'Tasks using the EC2 launch type do not support EphemeralStorage.' },
  { file: 'success-of-essential', check: 'container-dependency', says: /container accounts waits for migrate with SUCCESS, but migrate is essential/, ecs: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container' },
  { file: 'healthy-without-health-check', check: 'container-dependency', says: /container catalog waits until envoy is HEALTHY/, ecs: 'A dependency container with HEALTHY condition must have health check configured' },
  { file: 'dependency-cycle', check: 'container-dependency', says: /containers chat and presence depend on each other in a circle/, ecs: 'Container dependencies should not have a cycle' },
  { file: 'link-cycle', check: 'container-dependency', says: /containers nginx and php link to each other in a circle/, ecs: 'Container links should not have a cycle' },
  { file: 'volumes-from-nobody', check: 'dangling-reference', says: /container nginx takes the volumes of "assets"/, ecs: "Invalid 'volumesFrom' setting. Unknown container: 'assets'." },
  { file: 'port-beside-range', check: 'port-range', says: /container ftp: a port mapping has containerPortRange and containerPort/, ecs: "Invalid port mapping for container 'ftp', cannot specify both single port and port range." },
  { file: 'port-range-reversed', check: 'port-range', says: /container sip: containerPortRange is not two ports/, ecs: "Invalid 'containerPortRange' setting for container 'sip'." },
  { file: 'port-range-overlap', check: 'port-range', says: /tcp port 8085 is in two port mappings/, ecs: "TCP container port '8085' is used multiple times in task when networkMode=awsvpc." },
  { file: 'port-range-on-host', check: 'port-range', says: /container coturn has a containerPortRange, which network mode host does not support/, ecs: "Invalid 'containerPortRange' setting for container 'coturn'." },
  { file: 'port-without-number', check: 'port-bounds', says: /container status: a port mapping has no containerPort/, ecs: "Invalid 'containerPort' setting for container 'status'." },
  { file: 'container-name', check: 'container-name', says: /"storefront web" is not a valid name of a container/, ecs: 'Container.name contains invalid characters.' },
  { file: 'too-many-containers', check: 'definition-size', says: /the task definition has 11 containers, but ECS accepts at most 10/, ecs: 'Too many containers.' },
  { file: 'restart-period', check: 'container-limits', says: /restartAttemptPeriod is 30, but ECS accepts only 60 to 1800 seconds/, ecs: "The 'restartAttemptPeriod' setting for container 'poller' must be between 60 and 1800." },
  { file: 'ulimit', check: 'container-limits', says: /the soft limit of nofile is 262144, above its hard limit 65536/, ecs: 'Soft limit exceeds hard limit for ulimit nofile' },
  { file: 'environment-file', check: 'environment-file', says: /an environment file is not the ARN of an object in S3/, ecs: 'Invalid arn syntax.' },
  { file: 'environment-files', check: 'environment-file', says: /container erp has 11 environment files/, ecs: 'The maximum number of environment files was exceeded. Specify ten or less and try again.' },
  { file: 'volume-name', check: 'volume', says: /"docker\.sock" is not a valid name of a volume/, ecs: 'volume.name contains invalid characters.' },
  { file: 'efs-iam-in-clear', check: 'volume', says: /volume "shared" has iam, which needs transitEncryption/, ecs: 'EFS IAM authorization requires TransitEncryption to be enabled.' },
  { file: 'efs-root-beside-access-point', check: 'volume', says: /volume "shared" has a rootDirectory besides an access point/, ecs: 'When using an EFS access point, the root directory must either be set to "/" or be omitted.' },
  { file: 'efs-port-in-clear', check: 'volume', says: /volume "shared" has transitEncryptionPort, which needs transitEncryption/, ecs: 'TransitEncryptionPort requires that TransitEncryption is enabled.' },
  { file: 'volume-at-launch-unused', check: 'volume', says: /volume "data" is configured at launch, but no container mounts it/, ecs: 'Volumes [data] are not referenced by any of the containers' },
  { file: 'firelens-without-router', check: 'log-driver', says: /container audit logs with awsfirelens, but no container has a firelensConfiguration/, ecs: 'a firelens configuration object must be configured in one of the containers.' },
  { file: 'splunk-without-token', check: 'log-driver', says: /the log driver splunk lacks splunk-token/, ecs: 'Log driver splunk requires options: splunk-token' },
  { file: 'proxy-with-bridge', check: 'proxy-configuration', says: /only network mode awsvpc supports it/, ecs: 'APPMESH proxy configuration is only supported in networkMode=awsvpc' },
  { file: 'proxy-without-container', check: 'proxy-configuration', says: /names container "appmesh-envoy"/, ecs: 'Proxy container [appmesh-envoy] does not exist.' },
  { file: 'proxy-without-port', check: 'proxy-configuration', says: /proxyConfiguration lacks ProxyIngressPort/, ecs: 'Ingress port not found' },
  { file: 'credentials-for-ecr', check: 'registry-credentials', says: /container portal has repositoryCredentials, but its image is in ECR/, ecs: 'Private repository credentials are not a supported authentication method for ECR repositories.' },
  { file: 'elastic-inference', check: 'retired-member', says: /ECS no longer supports Elastic Inference/, ecs: "Unsupported field 'inferenceAccelerators'." },
] // biome-ignore format: one row a line

const folder = '__tests__/fixtures/task-definitions'

function contentsOf(file: string): string {
  return readFileSync(`${folder}/${file}.json`, 'utf8')
}

/** Registered only, as written. */
function register(content: string, inputs: Readonly<Record<string, string>>): Promise<Played> {
  const registerOnly = { service: '', cluster: '', image: '', 'container-name': '' }
  return playWeb({
    files: { 'task-definition.json': content },
    inputs: { ...registerOnly, 'wait-for-service-stability': '', 'image-policy': 'any', ...inputs },
  })
}

describe('a dry run refuses with the line', () => {
  test.each(rows)('$file: $check', async ({ file, check, says }) => {
    const played = await register(contentsOf(file), { 'dry-run': 'true' })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    const errors = played.annotations.filter(({ level }) => level === 'error')
    expect(errors.map(({ title, position }) => [title, position?.file])).toStrictEqual([
      ['ECS deployment refused', undefined],
      [check, 'task-definition.json'],
    ])
    const line = text(played)
      .split('\n')
      .find(one => says.test(one))
    expect(line).toMatch(new RegExp(`${check}  task-definition\\.json:\\d+:\\d+ `))
  })
})

describe('with preflight: warn ECS refuses it', () => {
  test.each(rows)('$file: $ecs', async ({ file, ecs }) => {
    const played = await register(contentsOf(file), { preflight: 'warn' })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual([
      'refused',
      ['RegisterTaskDefinition'],
    ])
    expect(text(played)).toContain(ecs)
  })
})

describe('a service on Fargate, and a file that does not say so', () => {
  const story = file({ privileged: true }, { requiresCompatibilities: undefined })

  test('is refused as if it did', async () => {
    const played = await playFile(story)
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(text(played)).toMatch(
      /fargate-unsupported {2}task-definition\.json:\d+:\d+ container app is privileged/,
    )
  })

  test('with preflight: warn ECS registers it, and refuses the deployment', async () => {
    const played = await playFile(story, { preflight: 'warn' })
    expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(text(played)).toContain('Task definition does not support launch_type FARGATE.')
  })
})

describe('empty values', () => {
  test.each([
    { name: 'without provenance', inputs: { 'provenance-tags': 'false' } },
    { name: 'with provenance', inputs: {} },
  ])('$name: what ECS does not take is left out and listed once', async ({ inputs }) => {
    const played = await register(contentsOf('empty-values'), inputs)
    expect(played.outputs.outcome).toBe('registered')
    const notices = played.log.filter(line => line.includes('left out'))
    expect(notices).toStrictEqual([
      expect.stringContaining(
        'task-definition.json: empty values that ECS does not take are left out: containerDefinitions[0].portMappings[0].name, containerDefinitions[0].portMappings[0].appProtocol, containerDefinitions[0].user, containerDefinitions[0].workingDirectory, containerDefinitions[0].repositoryCredentials, containerDefinitions[0].healthCheck, taskRoleArn, ipcMode, pidMode.',
      ),
    ])
    const [sent] = acceptedInputs(played, 'RegisterTaskDefinition')
    for (const member of ['taskRoleArn', 'ipcMode', 'pidMode', 'inferenceAccelerators'])
      expect(sent).not.toHaveProperty(member)
    expect(sent?.tags).not.toStrictEqual([])
    expect(JSON.stringify(sent)).toContain('{"name":"FEATURES","value":""}')
  })

  test('what ECS needs is refused with its line', async () => {
    const played = await register(contentsOf('empty-names'), {})
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(text(played)).toMatch(/task-definition\.json:2:3 family is empty, but ECS needs it/)
    expect(text(played)).toMatch(/task-definition\.json:\d+:7 containerDefinitions\[0\]\.name is empty/)
  })
})
