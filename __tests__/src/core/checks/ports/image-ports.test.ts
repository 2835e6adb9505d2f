import { describe, expect, test } from '@jest/globals'
import type { CheckContext } from '../../../../../src/core/checks/check-context.js'
import { portEnvironment } from '../../../../../src/core/checks/ports/port-environment.js'
import { portExposed } from '../../../../../src/core/checks/ports/port-exposed.js'
import { checkResults, runEach } from '../../../../support/check-builders.js'
import { aBuild, stored } from '../../../../support/image-builders.js'
import { anImage, aPortContext, aTargetGroup, type PortOverrides } from '../../../../support/port-builders.js'
import { aDeployment, aLoadBalancer, thePrevious } from '../../../../support/service-builders.js'

const checkImagePorts = (context: CheckContext) => runEach([portExposed, portEnvironment], context)
const entry = (name: string, value: string) => ({ environment: [{ name, value }] })
const warns = ['port-exposed warning']
const refuses = ['port-exposed refused']
type Row = PortOverrides & { readonly name: string; readonly raises: readonly string[] }

describe('the exposed ports of the image', () => {
  test.each<Row>([
    { name: 'the port', images: { 2: anImage(['5001/tcp']) }, raises: [] },
    { name: 'the port, in its short form', images: { 2: anImage(['5001']) }, raises: [] },
    { name: 'the port and others', images: { 2: anImage(['9000/tcp', '5001/tcp']) }, raises: [] },
    { name: 'nothing', images: { 2: anImage([]) }, raises: [] },
    { name: 'an invalid port', images: { 2: anImage(['web/tcp']) }, raises: [] },
    { name: 'another port', images: { 2: anImage(['5201/tcp']) }, raises: warns },
    {
      name: 'another port, as the image that serves',
      images: { 1: anImage(['80/tcp', '443/tcp']), 2: anImage(['443/tcp', '80/tcp']) },
      raises: [],
    },
    {
      name: 'another port, as the image that never completed',
      images: { 1: anImage(['80/tcp']), 2: anImage(['80/tcp']) },
      service: { deployments: [aDeployment({ runningCount: 2 })] },
      raises: warns,
    },
    {
      name: 'another port than the image that serves, which has the port',
      images: { 1: anImage(['5001/tcp']), 2: anImage(['5201/tcp']) },
      raises: refuses,
    },
    {
      name: 'another port than the image that serves, and neither is the port',
      images: { 1: anImage(['80/tcp']), 2: anImage(['5201/tcp']) },
      raises: warns,
    },
    {
      name: 'another port, and the task definition has PORT',
      images: { 1: anImage(['5001/tcp']), 2: anImage(['5201/tcp']) },
      app: entry('PORT', '5001'),
      raises: [],
    },
    {
      name: 'another port, and so has its own PORT the port',
      images: { 1: anImage(['5001/tcp']), 2: anImage(['5201/tcp'], { PORT: '5001' }) },
      raises: [],
    },
    {
      name: 'another port, and the command names the port',
      images: { 1: anImage(['5001/tcp']), 2: anImage(['5201/tcp']) },
      app: { command: ['serve', '--listen=0.0.0.0:5001'] },
      raises: [],
    },
    {
      name: 'another port, and the command names one that only contains it',
      images: { 2: anImage(['5201/tcp']) },
      app: { command: ['serve', '--listen=0.0.0.0:15001'] },
      raises: warns,
    },
    {
      name: 'another port, though nothing sends requests to it',
      images: { 2: anImage(['5201/tcp']) },
      service: { loadBalancers: [] },
      raises: [],
    },
    {
      name: 'another port, of a container that has no such port',
      images: { 2: anImage(['5201/tcp']) },
      app: { portMappings: [] },
      raises: [],
    },
    {
      name: 'what may not be read',
      images: { 2: { kind: 'unavailable', why: 'allow ecr:BatchGetImage' } },
      raises: ['port-exposed unseen'],
    },
    {
      name: 'what could not be downloaded, though its builds are known',
      images: { 2: stored({ unavailable: { mutability: undefined, config: 'no response in time' } }) },
      raises: ['port-exposed unseen'],
    },
    { name: 'a skipped lookup', images: { 2: { kind: 'skipped' } }, raises: [] },
    {
      name: 'what no registry has',
      images: { 2: { kind: 'found', value: { kind: 'no-image' } } },
      raises: [],
    },
  ])('$name: $raises', ({ raises, ...story }) => {
    expect(checkResults(checkImagePorts(aPortContext(story)))).toStrictEqual(raises)
  })

  const moved = { 1: anImage(['5001/tcp']), 2: anImage(['5201/tcp']) }
  const looks = 'web:2 exposes 5201, but the load balancer sends requests to 5001'
  const serves = 'web:1, which serves, exposes 5001'
  const doom = 'every task would fail its health check'

  test.each<PortOverrides & { readonly name: string; readonly says: string }>([
    {
      name: 'that would be rolled back',
      says: `${looks} and target group web-prod checks GET :5001/health; ${serves}: ${doom}, and the circuit breaker would roll back to web:7 after 3 of them`,
    },
    {
      name: 'of many tasks',
      service: { desiredCount: 40 },
      says: `${looks} and target group web-prod checks GET :5001/health; ${serves}: ${doom}, and the circuit breaker would roll back to web:7 after 20 of them`,
    },
    {
      name: 'of 20 tasks, where bump-desired-count: 2 raises nothing',
      service: { desiredCount: 20 },
      rollout: { bumpDesiredCount: 2 },
      says: `${looks} and target group web-prod checks GET :5001/health; ${serves}: ${doom}, and the circuit breaker would roll back to web:7 after 10 of them`,
    },
    {
      name: 'of no task',
      service: { desiredCount: 0 },
      says: `${looks} and target group web-prod checks GET :5001/health; ${serves}: ${doom}`,
    },
    {
      name: 'behind a network load balancer',
      groups: [aTargetGroup({ healthCheck: { protocol: 'TCP', port: '5001', path: '' } })],
      says: `${looks} and target group web-prod checks TCP :5001; ${serves}: ${doom}, and the circuit breaker would roll back to web:7 after 3 of them`,
    },
    {
      name: 'where a port is checked that the image has',
      groups: [aTargetGroup({ healthCheck: { port: '5201' } })],
      says: `${looks} and target group web-prod checks GET :5201/health; ${serves}`,
    },
    {
      name: 'where the target group may not be read',
      groups: { kind: 'unavailable', why: 'denied' },
      says: `${looks}; ${serves}`,
    },
  ])('a finding about a moved port, $name, predicts the result', ({ says, ...story }) => {
    const [check] = checkImagePorts(aPortContext({ images: moved, ...story }))
    expect(check).toStrictEqual({
      id: 'port-exposed',
      result: 'refused',
      text: says,
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
      position: { file: 'containerDefinitions.0.portMappings.0.containerPort', line: 1, column: 1 },
    })
  })

  test.each([
    {
      name: 'where no deployment of the service completed',
      service: { deployments: [thePrevious({ rolloutState: 'FAILED' })] },
    },
    {
      name: 'where a file holds variables',
      app: { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/e.env' }] },
    },
    { name: 'where a secret is called like a port', app: { secrets: [{ name: 'PORT', valueFrom: 'p' }] } },
  ])('a port that moved, $name, only warns', ({ name: _, ...story }) => {
    expect(checkImagePorts(aPortContext({ images: moved, ...story })).map(({ result }) => result)).toEqual([
      'warning',
    ])
  })

  test.each([
    {
      name: 'a variable other than PORT',
      app: { environment: [{ name: 'GUNICORN_CMD_ARGS', value: '--bind=0.0.0.0:5001' }] },
    },
    {
      name: 'the health check',
      app: { healthCheck: { command: ['CMD-SHELL', 'curl localhost:5001/health'] } },
    },
  ])('a moved port passes if $name names it', ({ name: _, ...story }) => {
    expect(checkImagePorts(aPortContext({ images: moved, ...story })).map(({ result }) => result)).toEqual([
      'passed',
    ])
  })

  test('an image of several platforms is read for the one that runs', () => {
    const [arm, intel] = [['5201/tcp'], ['5001/tcp']].map(exposedPorts => ({
      exposedPorts,
      environment: new Map<string, string>(),
    }))
    const image = stored({
      builds: [aBuild({ architecture: 'arm64', config: arm }), aBuild({ config: intel })],
    })
    const on = (definition: object) =>
      checkResults(checkImagePorts(aPortContext({ images: { 2: image }, definition: { ...definition } })))
    expect(on({ runtimePlatform: { cpuArchitecture: 'ARM64' } })).toStrictEqual(warns)
    expect(on({ runtimePlatform: { cpuArchitecture: 'X86_64' } })).toStrictEqual([])
    expect(on({})).toStrictEqual([])
  })
})

describe('the ports in the environment', () => {
  const raises = ['port-environment warning']
  test.each<Row>([
    { name: 'PORT names the port', app: entry('PORT', '5001'), raises: [] },
    { name: 'PORT names another', app: entry('PORT', '5201'), raises },
    { name: 'SERVER_PORT names another', app: entry('SERVER_PORT', '5201'), raises },
    { name: 'DB_PORT is another matter', app: entry('DB_PORT', '5432'), raises: [] },
    { name: 'PORT is empty', app: entry('PORT', ''), raises: [] },
    { name: 'PORT is not a port', app: entry('PORT', 'tcp://10.0.0.1:5201'), raises: [] },
    { name: 'PORT is out of range', app: entry('PORT', '70000'), raises: [] },
    { name: 'ASPNETCORE_HTTP_PORTS names another', app: entry('ASPNETCORE_HTTP_PORTS', '8080'), raises },
    {
      name: 'ASPNETCORE_HTTP_PORTS names it, too',
      app: entry('ASPNETCORE_HTTP_PORTS', '8080;5001'),
      raises: [],
    },
    { name: 'ASPNETCORE_URLS names another', app: entry('ASPNETCORE_URLS', 'http://+:8080'), raises },
    {
      name: 'ASPNETCORE_URLS names it, too',
      app: entry('ASPNETCORE_URLS', 'https://*:8443;http://0.0.0.0:5001/'),
      raises: [],
    },
    { name: 'ASPNETCORE_URLS has no port', app: entry('ASPNETCORE_URLS', 'http://localhost'), raises: [] },
    {
      name: 'one names the port, another does not',
      app: { environment: [...entry('HTTP_PORT', '9000').environment, ...entry('PORT', '5001').environment] },
      raises: [],
    },
    { name: 'the image names another', images: { 2: anImage([], { PORT: '5201' }) }, raises },
    {
      name: 'the image names another, the task definition the port',
      images: { 2: anImage([], { PORT: '5201' }) },
      app: entry('PORT', '5001'),
      raises: [],
    },
    {
      name: 'the image names another, and a secret can replace it',
      images: { 2: anImage([], { PORT: '5201' }) },
      app: { secrets: [{ name: 'PORT', valueFrom: 'port' }] },
      raises: [],
    },
    {
      name: 'the image names another, and a file can replace it',
      images: { 2: anImage([], { PORT: '5201' }) },
      app: { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::web/env' }] },
      raises: [],
    },
    {
      name: 'PORT names another, as it serves',
      app: entry('PORT', '3000'),
      live: entry('PORT', '3000'),
      raises: [],
    },
    {
      name: 'PORT names another than what serves',
      app: entry('PORT', '5201'),
      live: entry('PORT', '3000'),
      raises,
    },
    {
      name: 'PORT names another, and nothing sends requests',
      app: entry('PORT', '5201'),
      service: { loadBalancers: [] },
      raises: [],
    },
    {
      name: 'PORT names the port of one of two load balancers',
      app: { ...entry('PORT', '9000'), portMappings: [{ containerPort: 5001 }, { containerPort: 9000 }] },
      service: { loadBalancers: [aLoadBalancer(), aLoadBalancer({ port: 9000 })] },
      raises: [],
    },
  ])('$name: $raises', ({ raises, ...story }) => {
    expect(checkResults(checkImagePorts(aPortContext(story)))).toStrictEqual(raises)
  })

  test('the finding shows the variable with its port and its place, or its image', () => {
    const told = (story: PortOverrides) =>
      checkImagePorts(aPortContext(story)).map(({ text, next, position }) => [text, next, position?.file])
    expect(told({ app: entry('PORT', ' 5201 ') })).toStrictEqual([
      [
        'container app: PORT is 5201, but the load balancer sends requests to 5001',
        'Set PORT to 5001 in the task definition, or move the load balancer of the service with it as docs/checks.md#moving-a-port of this action says.',
        'containerDefinitions.0.environment.0.value',
      ],
    ])
    expect(told({ images: { 2: anImage([], { PORT: '5201', TOKEN: 'hunter22' }) } })).toStrictEqual([
      [
        'container app: PORT is 5201 in web:2, but the load balancer sends requests to 5001',
        'Set PORT to 5001 in the task definition, or move the load balancer of the service with it as docs/checks.md#moving-a-port of this action says.',
        'containerDefinitions.0.portMappings.0.containerPort',
      ],
    ])
  })
})
