/** boto3 and its botocore, where they are installed. */
import { spawnSync } from 'node:child_process'
import { test } from '@jest/globals'

const { BOTO3_PATH } = process.env
export const boto3Environment = { ...process.env, ...(BOTO3_PATH ? { PYTHONPATH: BOTO3_PATH } : {}) }

const installed = spawnSync('python3', ['-c', 'import boto3'], { env: boto3Environment }).status === 0
const required = process.env.REQUIRE_BOTO3 === '1'
// Skipped where boto3 is not installed, except where it is required to be.
export const testWithBoto3 = installed || required ? test : test.skip
if (!installed && !required)
  console.warn('boto3 is not installed: its tests are skipped (REQUIRE_BOTO3=1 fails them).')

/** Members that ECS got in July 2026: an older botocore does not have them in its model, and leaves them out. */
export const newerThanBotocore =
  /(?:deploymentCircuitBreaker\.(?:resetOnHealthyTask|thresholdConfiguration)|\.earlySuccessCriteria) is not in the model$/
