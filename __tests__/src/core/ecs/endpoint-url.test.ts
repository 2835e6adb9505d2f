import { expect, test } from '@jest/globals'
import { endpointUrl } from '../../../../src/core/ecs/endpoint-url.js'

test.each([
  { endpoint: 'web.ecs.eu-west-1.on.aws', url: 'https://web.ecs.eu-west-1.on.aws' },
  { endpoint: 'https://web.ecs.eu-west-1.on.aws/', url: 'https://web.ecs.eu-west-1.on.aws' },
  { endpoint: 'http://internal.example/app', url: 'http://internal.example/app' },
  { endpoint: 'not a host', url: undefined },
  { endpoint: '', url: undefined },
  { endpoint: undefined, url: undefined },
])('$endpoint: $url', ({ endpoint, url }) => {
  expect(endpointUrl(endpoint)).toBe(url)
})
