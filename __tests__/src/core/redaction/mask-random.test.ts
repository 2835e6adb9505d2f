import { expect, test } from '@jest/globals'
import { maskRandom, randomParts } from '../../../../src/core/redaction/mask-random.js'
import { redact } from '../../../../src/core/redaction/redact.js'

const sha = '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819'
const task = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`

test.each([
  'web-production-2',
  'envoy',
  'DATABASE_URL',
  'ecs-prod-db-01-v2-eu-w1',
  'web-svc-mgmt-k8s-prd',
  'ASPNETCORE_Kestrel__Certificates__Default__Password',
  'com.fasterxml.jackson.databind.exc.MismatchedInputException',
  '/usr/local/lib/python3.12/site-packages/gunicorn/workers/sync.py',
  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'Prod-WebService-1A2B3C4D5E6F',
  'Prod-WebStackNestedStack-1ABCDEF2GHIJ3-WebService-4KLMNOP5QRST6',
  'ProdStack-WebServiceFargateServiceD69D759B-aZ3kLmN0pQrS',
  'WebStackServiceTaskDef1AF54B5E',
  'NginxTaskDef0E000000',
  '01d61084-d29e-11e9-96d1-7c5cf84ffe8e',
  `registry.example.com/web:${sha}`,
  `web:main-${sha}`,
  `commit ${sha}`,
  `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:${'0123456789abcdef'.repeat(4)}`,
  'ecs-svc/6216346761948112104',
  'public.ecr.aws/q7z6x3k4/acme-posting:latest',
  'subnet-0a1b2c3d4e5f60718',
  `(task ${task}) has stopped`,
  arn('ecs', `task/prod/${task}`),
  `aws ecs describe-tasks --tasks ${task} ${task} ${task}`,
  `aws ecs stop-task --task ${task}`,
  arn('ecs', `container-instance/${task}`),
  arn('ecs', 'service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5'),
  arn('elasticloadbalancing', 'targetgroup/web-prod/6d0ecf831eec9f09'),
  arn('elasticloadbalancing', 'listener-rule/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee'),
  arn('secretsmanager', 'secret:DbSecret1A2B3C4D-AbCdEfGhIjKl-8Zk2Qp'),
  arn('secretsmanager', 'secret:rds!db-01d61084-d29e-11e9-96d1-7c5cf84ffe8e-8Zk2Qp'),
  'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
  'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments/NCWGC2ZR-taawPAYrIaU5?region=eu-west-1',
])('%s stays readable', text => {
  expect([maskRandom(text), redact(text, []), randomParts(text)]).toStrictEqual([text, text, []])
})

const line = 'qZ3vT0x8Jm2Lr7Yc1Wd9Kp4Hs6Nb5Gf+Uo/EtIaXeRzBvCyMwQjSlPkDhFgVnTu1'

test.each([
  { name: 'base64', text: 'value x39JsJhQQ79pu+SkqtaKNg== is', masked: 'value *** is' },
  { name: 'base64 for URLs', text: '"x39JsJhQQ79pu-Skq_taKNg"', masked: '"***"' },
  { name: 'base64 that slashes cut', text: 'x39Js/JhQQ7/9puSk/qtaKNg', masked: '***' },
  { name: 'hexadecimal digits', text: 'key 3fa90b7d16c2e85fa41d0c93', masked: 'key ***' },
  { name: 'a key with as many digits as a digest', text: '0123456789abcdef'.repeat(4), masked: '***' },
  { name: 'a key with as many digits as a task id', text: `key ${task}`, masked: 'key ***' },
  { name: 'a secret behind a name', text: 'web-production-x39JsJhQQ79puSkqtaKNg', masked: '***' },
  { name: 'a secret in a path', text: '/etc/app/x39JsJhQQ79puSkqtaKNg', masked: '***' },
  {
    name: 'a secret as the name of a service',
    text: arn('ecs', 'service/prod/x39JsJhQQ79puSkqtaKNg'),
    masked: arn('ecs', '***'),
  },
  { name: 'the tag of an image', text: 'web:x39JsJhQQ79puSkqtaKNg', masked: 'web:***' },
  { name: 'wrapped base64', text: `${line}\nx39JsJhQQ79pu==`, masked: '***\n***' },
  { name: 'wrapped base64 in JSON', text: `"${line}\\n39JsJhQQ79pu=="`, masked: '"***\\***"' },
  { name: 'wrapped base64 on one line', text: `${line} 39JsJhQQ79pu is wrong`, masked: '*** *** is wrong' },
  { name: 'base64 before a word', text: `${line} production`, masked: '*** production' },
])('$name is hidden', ({ text, masked }) => {
  expect(maskRandom(text)).toBe(masked)
})

test('a part of a path is also a part alone', () => {
  const key = '3fa90b7d16c2e85fa41d0c93'
  expect(randomParts(`role/${key}`)).toStrictEqual([`role/${key}`, key])
})

test('the parts are what is hidden', () => {
  expect(randomParts('web x39JsJhQQ79pu+SkqtaKNg== 3fa90b7d16c2e85fa41d0c93')).toStrictEqual([
    'x39JsJhQQ79pu+SkqtaKNg==',
    '3fa90b7d16c2e85fa41d0c93',
  ])
})
