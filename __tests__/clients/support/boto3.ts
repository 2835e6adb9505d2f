/** boto3 and its botocore, where they are installed. */
import { spawnSync } from 'node:child_process'
import { isRequired, testWhere } from './test-where.js'

const { BOTO3_PATH } = process.env
export const boto3Environment = { ...process.env, ...(BOTO3_PATH ? { PYTHONPATH: BOTO3_PATH } : {}) }

export const boto3 = { name: 'boto3', requiredBy: 'REQUIRE_BOTO3', isHere }

export const testWithBoto3 = testWhere(boto3)

function isHere(): boolean {
  return spawnSync('python3', ['-c', 'import boto3'], { env: boto3Environment }).status === 0
}

/** Or required, so that a test fails without it. */
export function isBoto3Here(): boolean {
  return isRequired('REQUIRE_BOTO3') || isHere()
}

/** Members that ECS got in July 2026: an older botocore does not have them in its model, and leaves them out. */
export const newerThanBotocore =
  /(?:deploymentCircuitBreaker\.(?:resetOnHealthyTask|thresholdConfiguration)|\.earlySuccessCriteria) is not in the model$/
