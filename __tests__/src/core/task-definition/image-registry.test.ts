import { describe, expect, test } from '@jest/globals'
import { registryOf } from '../../../../src/core/task-definition/image-registry.js'

const digest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

describe('a private registry of Amazon ECR', () => {
  test.each([
    { name: 'plain', host: 'dkr.ecr.eu-west-1.amazonaws.com', region: 'eu-west-1' },
    { name: 'FIPS', host: 'dkr.ecr-fips.us-gov-west-1.amazonaws.com', region: 'us-gov-west-1' },
    { name: 'China', host: 'dkr.ecr.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' },
    { name: 'Europe', host: 'dkr.ecr.eusc-de-east-1.amazonaws.eu', region: 'eusc-de-east-1' },
    { name: 'ISO', host: 'dkr.ecr.us-iso-east-1.c2s.ic.gov', region: 'us-iso-east-1' },
    { name: 'ISO B', host: 'dkr.ecr.us-isob-east-1.sc2s.sgov.gov', region: 'us-isob-east-1' },
    { name: 'ISO E', host: 'dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk', region: 'eu-isoe-west-1' },
    { name: 'ISO F', host: 'dkr.ecr.us-isof-south-1.csp.hci.ic.gov', region: 'us-isof-south-1' },
    { name: 'dual-stack', host: 'dkr-ecr.us-east-2.on.aws', region: 'us-east-2' },
    { name: 'dual-stack, FIPS', host: 'dkr-ecr-fips.us-east-2.on.aws', region: 'us-east-2' },
    {
      name: 'dual-stack, China',
      host: 'dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn',
      region: 'cn-northwest-1',
    },
    {
      name: 'dual-stack, Europe',
      host: 'dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu',
      region: 'eusc-de-east-1',
    },
    { name: 'in capitals', host: 'DKR.ECR.EU-WEST-1.AmazonAWS.com', region: 'eu-west-1' },
  ])('$name: $host', ({ host, region }) => {
    expect(registryOf(`123456789012.${host}/team/web:9be21c4`)).toStrictEqual({
      kind: 'ecr',
      account: '123456789012',
      region,
      repository: 'team/web',
      id: { tag: '9be21c4' },
    })
  })

  const web = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web'
  test.each([
    { name: 'a tag', reference: `${web}:1`, id: { tag: '1' } },
    { name: 'no tag', reference: web, id: { tag: 'latest' } },
    { name: 'a digest', reference: `${web}@${digest}`, id: { digest } },
    { name: 'a tag and a digest', reference: `${web}:1@${digest}`, id: { digest } },
  ])('$name names an image there', ({ reference, id }) => {
    expect(registryOf(reference)).toMatchObject({ repository: 'web', id })
  })
})

describe('elsewhere', () => {
  test.each([
    { reference: 'nginx', host: 'docker.io' },
    { reference: 'nginx:1.27', host: 'docker.io' },
    { reference: 'bitnami/nginx:1.27', host: 'docker.io' },
    { reference: 'docker.io/library/nginx:1.27', host: 'docker.io' },
    { reference: 'my.name:1', host: 'docker.io' },
    { reference: 'public.ecr.aws/nginx/nginx:1.27', host: 'public.ecr.aws' },
    { reference: 'ecr-public.aws.com/nginx/nginx:1.27', host: 'ecr-public.aws.com' },
    { reference: 'ghcr.io/acme/web:1', host: 'ghcr.io' },
    { reference: 'registry:5000/web:1', host: 'registry:5000' },
    { reference: 'localhost/web:1', host: 'localhost' },
    { reference: 'localhost:5000/web:1', host: 'localhost:5000' },
    {
      reference: '1234.dkr.ecr.eu-west-1.amazonaws.com/web:1',
      host: '1234.dkr.ecr.eu-west-1.amazonaws.com',
    },
    {
      reference: '123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.com/web:1',
      host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.com',
    },
    {
      reference: '123456789012.dkr.ecr.eu-west-1.on.aws/web:1',
      host: '123456789012.dkr.ecr.eu-west-1.on.aws',
    },
    {
      reference: '123456789012.dkr.ecr.eu-west-1.amazonaws.com:443/web:1',
      host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com:443',
    },
  ])('$reference is at $host', ({ reference, host }) => {
    expect(registryOf(reference)).toStrictEqual({ kind: 'elsewhere', host })
  })
})

test('an invalid reference has no registry', () => {
  expect(registryOf('<IMAGE1_NAME>')).toBe(undefined)
})
