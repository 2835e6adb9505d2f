import { expect, test } from '@jest/globals'
import { inputNames } from '../../../src/inputs/input-table.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

/** What the other inputs need to have an effect. */
const others: Readonly<Record<string, string>> = {
  service: 'web',
  'task-definition-family': 'web',
  'container-name': 'app',
  image: 'web:1',
  alarms: 'web-5xx',
  environment: 'prod',
  'run-task': 'true',
  'verify-url': 'https://web.example.com/',
}

/** What it needs itself, or would take the place of the others. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'service-deployment-arn': { 'continue-deployment': 'continue' },
  // One without the other has no effect.
  'service-managed-ebs-volume-name': { 'service-managed-ebs-volume': '{"roleArn": "x"}' },
  'service-managed-ebs-volume': { 'service-managed-ebs-volume-name': 'data' },
  'run-task-managed-ebs-volume-name': { 'run-task-managed-ebs-volume': '{"roleArn": "x"}' },
  'run-task-managed-ebs-volume': { 'run-task-managed-ebs-volume-name': 'data' },
}

/** Each input takes at least one of them. */
const values = [
  'stop', 'any', 'fail', 'warn', 'keep', 'rollback', 'true', 'false', '7', '120', '204', 'SERVICE', 'paused', 'awslogs', 'app=web:2',
  'https://example.com', 'arn:aws:iam::123456789012:role/web', 'arn:aws:s3:::web/prod.env',
  'ENABLED', 'EC2', '[{"name": "app"}]', '[{"capacityProvider": "FARGATE"}]', '{"roleArn": "x"}',
] // biome-ignore format: one table

test.each(inputNames)('%s is read', name => {
  const inputs = values.map(value => {
    const given = { ...others, ...own[name], [name]: value }
    return JSON.stringify(readInputs(input => given[input as keyof typeof given] ?? '').inputs)
  })
  expect(new Set(inputs).size).toBeGreaterThan(1)
})
