import { expect, test } from '@jest/globals'
import { updateRefusalStep } from '../../../../src/core/errors/update-refusal.js'
import { aService } from '../../../support/service-builders.js'

const invalid = 'InvalidParameterException'

test.each<{ code?: string; message: string; next: RegExp | undefined }>([
  { message: '5 active deployments exist, unable to create new deployment.', next: /older deployment has no task left/ },
  { code: 'ServiceNotActiveException', message: 'Service was not ACTIVE.', next: /has deleted web/ },
  { message: 'The specified capacity provider was not found.', next: /Associate the capacity providers/ },
  { code: 'PlatformTaskDefinitionIncompatibilityException', message: 'One or more of the requested capabilities are not supported.', next: /platform version of web to LATEST/ },
  { code: 'PlatformUnknownException', message: 'The specified platform does not exist.', next: /one that exists, in full/ },
  { code: 'NamespaceNotFoundException', message: 'x', next: /Cloud Map namespace/ },
  { code: 'UnsupportedFeatureException', message: 'x', next: /where the Region supports it/ },
  { message: 'Unable to assume the service linked role. Please verify that the ECS service linked role exists.', next: /create-service-linked-role --aws-service-name ecs.amazonaws.com$/ },
  { message: 'Unable to assume role and validate the specified targetGroupArn.', next: /describe target groups/ },
  { message: 'The target group with targetGroupArn arn:x does not have an associated load balancer.', next: /to a listener/ },
  { message: "The service couldn't be updated because a valid taskRoleArn is not being used.", next: /turn off enableExecuteCommand/ },
  { code: 'ClientException', message: 'TaskDefinition is inactive', next: /deregistered the revision/ },
  { message: 'The service has a deployment that is in progress.', next: /in-flight: wait/ },
  { message: 'Something that nobody has seen.', next: undefined },
])('$message', ({ code = invalid, message, next }) => {
  const step = updateRefusalStep({ code, message, kind: 'rejected' }, aService())
  expect(step).toEqual(next && expect.stringMatching(next))
}) // biome-ignore format: one table

test('a denial has its own remedy', () => {
  const message = 'User: x is not authorized because no service linked role exists'
  expect(updateRefusalStep({ code: 'AccessDeniedException', message, kind: 'denied' }, aService())).toBe(
    undefined,
  )
})
