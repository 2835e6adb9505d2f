/** What each outcome means to users, in the order of docs/reference.md. A missing outcome does not compile. */
import type { OutcomeName } from '../src/core/outcome/outcomes.js'

export const outcomeMeanings: Readonly<Record<OutcomeName, string>> = {
  succeeded:
    'This deployment is the primary one and completed, and at least one task of the new revision is running and healthy.',
  idle: 'The deployment completed, but the desired count is 0: nothing was verified.',
  paused:
    '`wait-until: paused`: a pause hook waits for somebody to continue the deployment or to roll it back ([pause hooks](pause-hooks.md)).',
  started:
    '`wait-for-service-stability: false`: ECS accepted the deployment, and nothing was verified. With `wait-until` and a lifecycle stage: the deployment has reached it and goes on unwatched.',
  'no-change':
    '`skip-unchanged` or `rollback`: the service already runs what would be deployed, so nothing was registered or updated.',
  planned: '`dry-run`: the plan holds and no check refuses.',
  registered: 'No `service` was given: only the revision was registered.',
  refused:
    'A bad input, a failed check, a one-off task (`run-task`) that failed, or ECS did not accept the change. The service is unchanged; if a revision was already registered, the report names it.',
  'rolled-back':
    'This deployment was rolled back, by ECS or by this step (`fail-fast-after`, `on-verify-failure`, `on-partial-failure`). The report says which revision serves now.',
  failed:
    'The deployment failed and nothing rolled it back: a first deployment, rollback off, a rollback that failed, or tasks that keep failing after ECS has completed it. The report says what is still running.',
  superseded: 'A newer deployment replaced this one before it was decided.',
  'timed-out':
    'Not decided within `wait-for-minutes`. A deployment is left as it is, or rolled back with `on-timeout: rollback`. If it was the one-off task that took too long, the task goes on and nothing is deployed.',
  cancelled:
    'The workflow was canceled while the deployment was being watched. A raised desired count is restored; the deployment itself is left as it is, or rolled back with `on-cancel: rollback`.',
  unknown:
    'The action could no longer follow the deployment: expired credentials, access denied, the service deleted. Never counted as success, never called a failure.',
}
