/** dist/index.js as a runner starts it, with inputs that it must not take: nobody is called, and no secret is shown. */
import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runAction } from '../../simulator/demo/run-action.js'

/** A call would end as one more problem. */
const nobody = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
}
const usual = { cluster: 'prod', service: 'web', 'container-name': 'app', image: 'example.com/web:9be21c4' }

async function refusal(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const run = await runAction({
    main: resolve('dist/index.js'),
    inputs: { ...usual, ...inputs },
    env: { ...nobody, ...env },
  })
  expect([run.exitCode, run.outputs.outcome]).toStrictEqual([1, 'refused'])
  const errors = run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
  return { ...run, errors: errors.join('\n') }
}

describe('inputs that action.yml does not know', () => {
  test.each([
    { name: 'dryrun', value: 'true', says: 'did you mean dry-run?' },
    { name: 'on-timout', value: 'rollback', says: 'did you mean on-timeout?' },
    { name: 'task-defintion', value: 'td.json', says: 'did you mean task-definition?' },
    {
      name: 'codedeploy-appspec',
      value: 'appspec.yml',
      says: 'this action does not deploy through CodeDeploy',
    },
    { name: 'wait-max-delay-seconds', value: '30', says: 'an input of amazon-ecs-deploy-task-definition' },
    { name: 'foo', value: 'bar', says: 'is not an input of this action' },
  ])('$name', async ({ name, value, says }) => {
    const { errors, log, summary } = await refusal({ [name]: value })
    for (const shown of [errors, log, summary]) expect(shown.replaceAll('\\', '')).toContain(says)
    expect(log).toContain('1 problem, nothing was changed')
  })

  test('all at once, with the other problems', async () => {
    const { log } = await refusal({ dryrun: 'true', foo: 'bar', 'wait-for-minutes': 'abc' })
    expect(log).toContain('3 problems, nothing was changed')
  })

  test('the post step of such a run ends green', async () => {
    const { exitCode, annotations } = await runAction({
      main: resolve('dist/post.js'),
      inputs: { ...usual, dryrun: 'true' },
      env: nobody,
    })
    expect([exitCode, annotations]).toStrictEqual([0, []])
  })
})

describe('inputs that came out empty', () => {
  test.each([
    { name: 'an image beside its container', inputs: { image: '' }, says: 'image: keep' },
    {
      name: 'a service beside its cluster',
      inputs: { service: '', 'task-definition': 'td.json' },
      says: 'remove cluster to register only',
    },
    { name: 'the image of a line', inputs: { images: 'worker=' }, says: 'has no image for worker' },
    { name: 'a container', inputs: { 'container-name': '' }, says: 'name the container that gets it' },
  ])('$name', async ({ inputs, says }) => {
    const { errors, summary } = await refusal(inputs)
    for (const shown of [errors, summary]) expect(shown.replaceAll('\\', '')).toContain(says)
  })
})

describe('a value over several lines is shown nowhere', () => {
  const wrapped =
    'JWT_SECRET=qZ3vT0x8Jm2Lr7Yc1Wd9Kp4Hs6Nb5Gf+Uo/EtIaXeRzBvCyMwQjSlPkDhFgVnTu1\nx39JsJhQQ79pu+SkqtaKNg=='
  test.each([
    'environment-variables', 'secrets', 'docker-labels', 'log-configuration-options', 'tags', 'env-files', 'images',
  ])('%s', async input => {
    const { errors, log, summary, outputs } = await refusal({ [input]: wrapped })
    expect(errors).toContain('line 2 looks like the rest of the value in line 1')
    expect(JSON.stringify([errors, log, summary, outputs])).not.toMatch(/x39Js|SkqtaK|qZ3vT0|gVnTu1/)
  }) // biome-ignore format: one list
})
