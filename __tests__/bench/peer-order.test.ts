import { expect, test } from '@jest/globals'
import { peerOrder } from '../../bench/peer-order.js'

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

test('the image is in the file beforehand, and the peer is asked to wait', () => {
  const order = peerOrder({ inputs: { ...inputs, 'wait-for-minutes': '5' }, files })
  if (order.kind !== 'order') throw new Error('left out')

  expect(order.inputs).toEqual({
    cluster: 'prod',
    service: 'web',
    'task-definition': 'task-definition.json',
    'wait-for-minutes': '5',
    'wait-for-service-stability': 'true',
  })
  expect(order.files['other.txt']).toBe('kept')
  expect(JSON.parse(order.files['task-definition.json'] ?? '')).toEqual({
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
])('$name: nothing is asked of the peer for it', ({ more }) => {
  expect(peerOrder({ inputs: { ...inputs, ...more }, files })).toEqual(peerOrder({ inputs, files }))
})

test.each([
  { name: 'a dry run', given: { ...inputs, 'dry-run': 'true' }, because: ['dry-run: true'] },
  { name: 'a check that refuses', given: { ...inputs, preflight: 'fail' }, because: ['preflight: fail'] },
  {
    name: 'two at once',
    given: { ...inputs, 'fail-fast-after': '3', 'in-flight': 'wait' },
    because: ['fail-fast-after: 3', 'in-flight: wait'],
  },
  {
    name: 'the live task definition as the base',
    given: { service: 'web' },
    because: ['no task-definition'],
  },
])('$name: the peer has no equivalent and is left out', ({ given, because }) => {
  expect(peerOrder({ inputs: given, files })).toEqual({ kind: 'left-out', because })
})
