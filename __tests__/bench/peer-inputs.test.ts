import { expect, test } from '@jest/globals'
import { peerInputs } from '../../bench/peer-inputs.js'

const definition = {
  family: 'web',
  containerDefinitions: [
    { name: 'proxy', image: 'nginx:1.27' },
    { name: 'app', image: 'web' },
  ],
}
const files = { 'task-definition.json': JSON.stringify(definition), 'other.txt': 'kept' }
const inputs = {
  cluster: 'prod',
  service: 'web',
  'task-definition': 'task-definition.json',
  'container-name': 'app',
  image: 'web:9be21c4',
}

test('the image is in the file before the run, and the peer waits for stability', () => {
  const prepared = peerInputs({ inputs: { ...inputs, 'wait-for-minutes': '5' }, files })
  if (prepared.kind !== 'ready') throw new Error('left out')

  expect(prepared.inputs).toEqual({
    cluster: 'prod',
    service: 'web',
    'task-definition': 'task-definition.json',
    'wait-for-minutes': '5',
    'wait-for-service-stability': 'true',
  })
  expect(prepared.files['other.txt']).toBe('kept')
  expect(JSON.parse(prepared.files['task-definition.json'] ?? '')).toEqual({
    family: 'web',
    containerDefinitions: [
      { name: 'proxy', image: 'nginx:1.27' },
      { name: 'app', image: 'web:9be21c4' },
    ],
  })
})

test.each([
  { name: 'the breaker is a setting of the service', more: { 'circuit-breaker': 'stop' } },
  { name: 'it has no checks that could refuse', more: { preflight: 'warn' } },
  { name: 'it stops no deployment by itself', more: { 'fail-fast-after': '0' } },
])('$name: the peer has no equivalent', ({ more }) => {
  expect(peerInputs({ inputs: { ...inputs, ...more }, files })).toEqual(peerInputs({ inputs, files }))
})

test.each([
  { name: 'a dry run', inputs: { ...inputs, 'dry-run': 'true' }, unsupported: ['dry-run: true'] },
  {
    name: 'a check that refuses',
    inputs: { ...inputs, preflight: 'fail' },
    unsupported: ['preflight: fail'],
  },
  {
    name: 'two at once',
    inputs: { ...inputs, 'fail-fast-after': '3', 'in-flight': 'wait' },
    unsupported: ['fail-fast-after: 3', 'in-flight: wait'],
  },
  {
    name: 'the live task definition as the base',
    inputs: { service: 'web' },
    unsupported: ['no task-definition'],
  },
])('$name: the peer has no equivalent and is left out', ({ inputs, unsupported }) => {
  expect(peerInputs({ inputs, files })).toEqual({ kind: 'left-out', unsupported })
})
