/** Tasks that cannot start, each for another reason: the class, the cause and one step, and no log of what never ran. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { databaseUrl, filesOf } from '../../simulator/scenarios/web-service.js'
import { acceptedInputs, playWeb, type StoryOverrides, verdict } from '../support/web-stories.js'

const onFargate =
  'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process'

/** Befalls the new tasks only: web:7 runs already. */
const onHost = (words: string): StoryOverrides => ({
  also: (world: World) => {
    world.capacity.hostFailure = words
  },
})

test.each<StoryOverrides & { readonly name: string; readonly as: string; readonly says: readonly RegExp[] }>([
  {
    name: 'the program is not in the image',
    software: { startError: `${onFargate}: exec: "gunicorn": executable file not found in $PATH: unknown` },
    as: 'container-exit',
    says: [
      /could not start; the image of app has no program "gunicorn"/,
      /Correct command or entryPoint of app/,
    ],
  },
  {
    name: 'the program is not executable',
    software: { startError: `${onFargate}: exec: "/start.sh": permission denied: unknown` },
    as: 'container-exit',
    says: [/"\/start\.sh" in the image of app is not an executable file/, /chmod \+x/],
  },
  {
    name: 'the log driver',
    software: {
      startError:
        'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: dial tcp 10.0.0.9:514: connect: no route to host',
    },
    files: filesOf({
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://10.0.0.9' },
        secretOptions: [{ name: 'splunk-token', valueFrom: databaseUrl }],
      },
    }),
    as: 'resource-initialization',
    says: [/log driver splunk failed: dial tcp/, /Check the address in logConfiguration of app/],
  },
  {
    name: 'the time of the container runtime',
    software: {
      startError: 'DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s',
    },
    as: 'resource-initialization',
    says: [/did not get app ready within 4m0s/, /Deploy again/],
  },
  {
    name: 'storage',
    ...onHost('ECS timed out while configuring the EBS volume attachment to your Task'),
    as: 'resource-initialization',
    says: [/EBS volume was not ready in time/, /filesystemType/],
  },
  {
    name: 'a role that ECS may not assume',
    ...onHost(
      "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole' that was provided for this task.",
    ),
    as: 'permissions',
    says: [/may not assume the role ecsTaskExecutionRole/, /ecs-tasks\.amazonaws\.com/],
  },
  {
    name: 'a network interface',
    ...onHost('Timeout waiting for network interface provisioning to complete.'),
    as: 'placement',
    says: [/EC2 did not attach the network interface/, /Deploy again/],
  },
  {
    name: 'an empty capacity provider',
    ...onHost('TaskFailedToStart: EMPTY CAPACITY PROVIDER'),
    as: 'placement',
    says: [/no container instance is registered/, /Auto Scaling group/],
  },
])('$name', async ({ as, says, name: _, ...story }) => {
  const played = await playWeb({ ...story, inputs: { 'wait-for-minutes': '20', 'image-policy': 'any' } })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': as })
  for (const words of says) expect(verdict(played)).toMatch(words)
  expect(acceptedInputs(played, 'GetLogEvents')).toHaveLength(0)
  expect(played.log.join('\n')).not.toContain('is not shown')
})
