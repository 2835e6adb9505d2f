/** Texts: github.com/fabfuel/ecs-deploy/issues/126, aws/amazon-ecs-agent/issues/1513, aws/aws-cli/issues/6676. */
import { expect, test } from '@jest/globals'
import { toApiError } from '../../../../src/adapters/aws/api-error.js'
import { isWorthSigningAgain } from '../../../../src/adapters/aws/clock-refusal.js'

const refusal = (name: string, message: string, corrected?: true) =>
  Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: 403, clockSkewCorrected: corrected },
  })

const wrongKey =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.'

test.each([
  {
    name: 'a clock behind that of ECS',
    error: refusal(
      'InvalidSignatureException',
      'Signature expired: 20191209T104625Z is now earlier than 20191210T033904Z (20191210T034404Z - 5 min.)',
    ),
    kind: 'skewed',
    message: 'the clock of this machine is 17 hours behind the clock of AWS, which refuses what it signs',
    again: true,
  },
  {
    name: 'a clock ahead of that of ECS',
    error: refusal(
      'InvalidSignatureException',
      'Signature not yet current: 20180809T190901Z is still later than 20180809T190834Z (20180809T190334Z + 5 min.)',
    ),
    kind: 'skewed',
    message: 'the clock of this machine is 5 minutes ahead of the clock of AWS, which refuses what it signs',
    again: true,
  },
  {
    name: 'a service of the Query protocol',
    error: refusal(
      'SignatureDoesNotMatch',
      'Signature expired: 20220127T001427Z is now earlier than 20220127T014428Z (20220127T015928Z - 15 min.)',
    ),
    kind: 'skewed',
    message: 'the clock of this machine is 105 minutes behind the clock of AWS, which refuses what it signs',
    again: true,
  },
  {
    name: 'a name that says it',
    error: refusal('RequestExpired', 'Request has expired.'),
    kind: 'skewed',
    message: 'the clock of this machine is off, so AWS refuses what it signs (Request has expired.)',
    again: true,
  },
  {
    name: 'S3',
    error: refusal(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    ),
    kind: 'skewed',
    message:
      'the clock of this machine is off, so AWS refuses what it signs (The difference between the request time and the current time is too large.)',
    again: true,
  },
  {
    name: 'a wrong key',
    error: refusal('InvalidSignatureException', wrongKey),
    kind: 'expired',
    message: wrongKey,
    again: false,
  },
  {
    name: 'a signature of another day, which AWS takes for a wrong key',
    error: refusal('SignatureDoesNotMatch', wrongKey, true),
    kind: 'expired',
    message: wrongKey,
    again: true,
  },
  {
    name: 'a denial, while the clock is off',
    error: refusal('AccessDeniedException', 'Access denied', true),
    kind: 'denied',
    message: 'Access denied',
    again: false,
  },
])('$name', ({ error, kind, message, again }) => {
  expect(toApiError(error, 'ecs:DescribeServices')).toMatchObject({ kind, message })
  expect(isWorthSigningAgain(error)).toBe(again)
})
