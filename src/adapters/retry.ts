import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import type { Clock } from '../ports.js'

type RetryStrategy = NonNullable<ECSClientConfig['retryStrategy']>

interface Token {
  getRetryCount(): number
  getRetryDelay(): number
  getRetryCost(): number
}

/**
 * Repeats reads that were throttled or not answered: full jitter, doubling from 0.3 s (1 s when throttled) to 15 s, at
 * most `attempts` requests. What to repeat is the SDK's own judgement. The wait goes through the clock of the action,
 * which the SDK's strategies do not.
 */
export function patience(attempts: number, clock: Clock): RetryStrategy {
  return {
    mode: 'standard',
    acquireInitialRetryToken: async () => token(0),
    async refreshRetryTokenForRetry(last: Token, { errorType }: { errorType: string }) {
      const tries = last.getRetryCount() + 1
      if (errorType === 'CLIENT_ERROR' || tries >= attempts) throw new Error('not to be repeated')
      const base = errorType === 'THROTTLING' ? 1_000 : 300
      await clock.sleep(clock.random() * Math.min(15_000, base * 2 ** tries))
      return token(tries)
    },
    recordSuccess() {},
  } as RetryStrategy
}

function token(retries: number): Token {
  return { getRetryCount: () => retries, getRetryDelay: () => 0, getRetryCost: () => 0 }
}
