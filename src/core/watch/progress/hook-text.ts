import type { Hook } from '../../ecs/service-deployment.js'
import { formatTimestamp } from '../../text/duration.js'

/**
 * Empty if not worth a line.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html
 */
export function hookText(hook: Hook): string {
  const isPause = hook.targetType === 'PAUSE'
  const name = isPause ? `pause hook ${hook.id}` : `lifecycle hook ${hook.targetArn ?? hook.id}`
  switch (hook.status) {
    case 'AWAITING_ACTION': {
      const until = hook.expiresAt === undefined ? '' : ` until ${formatTimestamp(hook.expiresAt)}`
      const otherwise = hook.timeoutAction === 'CONTINUE' ? 'continues' : 'rolls back'
      return `${name} waits for somebody to continue it${until}; otherwise ECS ${otherwise}`
    }
    case 'SUCCEEDED':
      return isPause ? `${name} was continued` : ''
    case 'FAILED':
      return `${name} failed`
    case 'TIMED_OUT':
      return `${name} timed out`
    default:
      return ''
  }
}
