/** Requests for control that are wrong, and the schema of their bodies. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { bodies, controlSchemaFile } from '../../../simulator/control/bodies.js'
import { type ControlledServer, serveControlled } from '../support/controlled.js'

let served: ControlledServer

beforeEach(async () => {
  served = await serveControlled()
})

afterEach(() => served.server.close())

const control: ControlledServer['control'] = (...request) => served.control(...request)

test.each([
  {
    path: '/_control/images',
    body: { 'web:1': { lisens: {}, exitCode: 300 } },
    problems: [
      { path: '["web:1"].lisens', message: 'is not known; did you mean listens?' },
      { path: '["web:1"].exitCode', message: 'is 300, more than 255' },
    ],
  },
  {
    path: '/_control/images',
    body: '{',
    problems: [{ path: '', message: expect.stringMatching(/^is no JSON: /) }],
  },
  {
    path: '/_control/images',
    body: '',
    problems: [{ path: '', message: expect.stringMatching(/^is no JSON: /) }],
  },
  {
    path: '/_control/alarms',
    body: { a: 'BROKEN' },
    problems: [{ path: 'a', message: expect.stringMatching(/is not one of/) }],
  },
  { path: '/_control/time', body: {}, problems: [{ path: '', message: 'needs one of advance, speed' }] },
  {
    path: '/_control/time',
    body: { speed: -1 },
    problems: [{ path: 'speed', message: 'is -1, less than 0' }],
  },
  {
    path: '/_control/faults',
    body: { kind: 'html' },
    problems: [{ path: '[0].kind', message: expect.stringMatching(/is not one of/) }],
  },
  {
    path: '/_control/reset',
    body: { sed: 1 },
    problems: [{ path: 'sed', message: 'is not known; did you mean seed?' }],
  },
  {
    path: '/_control/changes',
    body: { calls: [{ UpdateService: { cluster: 'shop', service: 'nope' } }] },
    problems: [
      {
        path: 'calls[0].UpdateService',
        message: expect.stringMatching(/^is refused: ServiceNotFoundException/),
      },
    ],
  },
])('POST $path refuses $body, with every problem', async ({ path, body, problems }) => {
  expect(await control('POST', path, body)).toStrictEqual({ status: 400, body: { problems } })
})

test.each([
  {
    method: 'POST',
    path: '/_control/alarm',
    status: 404,
    message: '/_control/alarm is not known; did you mean /_control/alarms?',
  },
  { method: 'GET', path: '/_control', status: 404, message: /^\/_control is not known/ },
  {
    method: 'PUT',
    path: '/_control/faults',
    status: 405,
    message: '/_control/faults does not take PUT, but POST, DELETE',
  },
  {
    method: 'GET',
    path: '/_control/time',
    status: 405,
    message: '/_control/time does not take GET, but POST',
  },
])('$method $path is $status', async ({ method, path, status, message }) => {
  const text = typeof message === 'string' ? message : expect.stringMatching(message)
  expect(await control(method, path)).toStrictEqual({
    status,
    body: { problems: [{ path: '', message: text }] },
  })
})

test('the published schema is that of the endpoint, and has every body', () => {
  // npm run --silent simulator -- --print-control-schema > docs/schema/control.schema.json
  const published = readFileSync('docs/schema/control.schema.json', 'utf8')
  expect(published).toBe(controlSchemaFile())
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(published),
  )
  expect(Object.keys(bodies).map(name => `POST /_control/${name}`)).toStrictEqual(
    Object.keys(JSON.parse(published).properties),
  )
  expect(validate({ 'POST /_control/time': { advance: '5m' } })).toBe(true)
  expect(validate({ 'POST /_control/time': { advance: 'soon' } })).toBe(false)
})
