/** boto3 and its botocore, where they are installed. */
import { spawnSync } from 'node:child_process'
import { testWhere } from './test-where.js'

const { BOTO3_PATH } = process.env
export const boto3Environment = { ...process.env, ...(BOTO3_PATH ? { PYTHONPATH: BOTO3_PATH } : {}) }

export const testWithBoto3 = testWhere({
  name: 'boto3',
  requiredBy: 'REQUIRE_BOTO3',
  isHere: () => spawnSync('python3', ['-c', 'import boto3'], { env: boto3Environment }).status === 0,
})

/** Members that ECS got in July 2026: an older botocore does not have them in its model, and leaves them out. */
export const newerThanBotocore =
  /(?:deploymentCircuitBreaker\.(?:resetOnHealthyTask|thresholdConfiguration)|\.earlySuccessCriteria) is not in the model$/
