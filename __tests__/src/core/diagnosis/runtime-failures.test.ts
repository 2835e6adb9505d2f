/** Words: stopped-task-error-codes, cannot-start-container, troubleshoot-ebs-volumes-status-reasons, and GitHub. */
import { test } from '@jest/globals'
import { expectExplained, onFargate, type StartFailureRow } from '../../../support/start-failures.js'

test.each<StartFailureRow>([
  {
    name: 'the time of Docker (aws-batch, 4m0s)',
    reason: 'DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s',
    failureClass: 'resource-initialization',
    why: /did not get app ready within 4m0s/,
    next: /Replace the container instance/,
  },
  {
    name: 'the same on Fargate (stopped-task-error-codes)',
    reason:
      'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: <reason>',
    definition: { requiresCompatibilities: ['FARGATE'] },
    failureClass: 'resource-initialization',
    why: /within 1m\b/,
    next: /^Deploy again/,
  },
  {
    name: 'a typing error of the agent (amazon-ecs-deploy-task-definition#232)',
    stopped: 'DockerTimeoutError: Could not tranisition to started; timed out after waiting 8m0s',
    failureClass: 'resource-initialization',
    why: /within 8m0s/,
    next: /Replace the container instance/,
  },
  {
    name: 'an inspection that takes too long',
    reason: 'CannotInspectContainerError: Could not transition to inspecting; timed out after waiting 30s',
    failureClass: 'resource-initialization',
    why: /within 30s/,
    next: /Replace the container instance/,
  },
  {
    name: 'a volume (stopped-task-error-codes)',
    reason: 'CannotCreateVolumeError: plugin rexray/ebs not found',
    failureClass: 'resource-initialization',
    why: /volume could not be created: plugin rexray\/ebs not found/,
    next: /Check the volumes/,
  },
  {
    name: 'ephemeral storage (dagster)',
    stopped: 'Timeout waiting for EphemeralStorage provisioning to complete.',
    failureClass: 'resource-initialization',
    why: /ephemeral storage in time/,
    next: /Deploy again/,
  },
  {
    name: 'an EBS volume that does not come',
    stopped: 'ECS timed out while configuring the EBS volume attachment to your Task',
    failureClass: 'resource-initialization',
    why: /EBS volume was not ready/,
    next: /filesystemType/,
  },
  {
    name: 'an EBS volume with a bad key',
    stopped:
      'ECS failed to set up the EBS volume. Encountered IdempotentParameterMismatch; "The client token you have provided is associated with a resource that is already deleted. Please use a different client token."',
    failureClass: 'resource-initialization',
    why: /KMS key/,
    next: /KMS key/,
  },
  {
    name: 'an EBS volume that EC2 refuses',
    stopped:
      'ECS failed to set up the EBS volume. Encountered VolumeLimitExceeded; "You have exceeded your maximum gp3 storage limit"',
    failureClass: 'resource-initialization',
    why: /volume could not be created: VolumeLimitExceeded; "You have exceeded your maximum gp3 storage limit"/,
    next: /Check the volumes/,
  },
  {
    name: 'the infrastructure role',
    stopped:
      "ECS was unable to assume the configured ECS Infrastructure Role 'arn:aws:iam::111122223333:role/ecsInfrastructureRole'. Please verify that the role being passed has the proper trust relationship with Amazon ECS",
    failureClass: 'permissions',
    why: /may not assume the infrastructure role ecsInfrastructureRole/,
    next: /Let ecs\.amazonaws\.com assume ecsInfrastructureRole/,
  },
  {
    name: 'the role of the task',
    stopped:
      "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole' that was provided for this task.",
    failureClass: 'permissions',
    why: /may not assume the role ecsTaskExecutionRole/,
    next: /let ecs-tasks\.amazonaws\.com assume it/,
  },
  {
    name: 'EFS out of reach (resource-initialization-error)',
    stopped:
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0a1b2c3d.efs.us-east-1.amazonaws.com": connection timed out',
    failureClass: 'resource-initialization',
    why: /EFS file system fs-0a1b2c3d could not be mounted/,
    next: /mount targets/,
  },
  {
    name: 'EFS that denies access',
    stopped:
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/'",
    failureClass: 'resource-initialization',
    why: /could not be mounted/,
    next: /elasticfilesystem:ClientMount/,
  },
  {
    name: 'a full disk',
    reason: `CannotStartContainerError: Error response from daemon: failed to create task for container: write /var/lib/docker/x: no space left on device`,
    failureClass: 'resource-initialization',
    why: /disk of the host is full/,
    next: /larger volume/,
  },
  {
    name: 'the thin pool of Docker (CannotCreateContainerError)',
    reason:
      'CannotCreateContainerError: API error (500): devmapper: Thin Pool has 4350 free data blocks which is less than minimum required 4454 free data blocks',
    failureClass: 'resource-initialization',
    why: /disk of the host is full/,
    next: /larger volume/,
  },
  {
    name: 'a log group that does not exist, on EC2',
    reason:
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    failureClass: 'resource-initialization',
    why: /log group does not exist \(\/ecs\/web\)/,
    next: /Create \/ecs\/web/,
  },
  {
    name: 'a log driver that reaches nothing',
    reason:
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: dial tcp 10.0.0.9:24224: connect: connection refused',
    container: { logConfiguration: { logDriver: 'fluentd' } },
    failureClass: 'resource-initialization',
    why: /log driver fluentd failed: dial tcp 10\.0\.0\.9:24224/,
    next: /Check the address in logConfiguration of app/,
  },
  {
    name: 'an option of the log driver',
    reason:
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: compression cannot be enabled when max file count is 1',
    container: { logConfiguration: { logDriver: 'json-file' } },
    failureClass: 'resource-initialization',
    why: /log driver json-file failed: compression/,
    next: /Correct the options in logConfiguration of app/,
  },
  {
    name: 'a host port that is taken',
    reason:
      'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity: Bind for 0.0.0.0:8080 failed: port is already allocated',
    failureClass: 'resource-initialization',
    why: /has the host port/,
    next: /hostPort to 0/,
  },
  {
    name: 'a device (the ECS developer guide, on devices)',
    reason:
      'CannotStartContainerError: Error response from daemon: error gathering device information while adding custom device "/dev/dri/renderD130": no such file or directory',
    failureClass: 'resource-initialization',
    why: /does not have the device \/dev\/dri\/renderD130/,
    next: /remove it from app/,
  },
  {
    name: 'a directory on a file',
    reason: `${onFargate}: error during container init: error mounting "/var/lib/volumes/api" to rootfs at "/MyApp/Appsettings.json": flags=MS_RDONLY: not a directory`,
    failureClass: 'resource-initialization',
    why: /cannot be mounted at \/MyApp\/Appsettings\.json/,
    next: /containerPath/,
  },
  {
    name: 'a refusal of the runtime',
    reason:
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: error setting rlimit type 7: operation not permitted: unknown',
    failureClass: 'resource-initialization',
    why: /runtime of the host refused app: error setting rlimit type 7: operation not permitted$/,
    next: /Compare the settings of app/,
  },
  {
    name: 'a state (stopped-task-error-codes)',
    reason: 'CannotStartContainerError: failed to get container status: context deadline',
    failureClass: 'resource-initialization',
    why: /refused app: failed to get container status: context deadline/,
    next: /Compare the settings/,
  },
])('$name', expectExplained)
