/** For each failure class the scenarios that end in it, and the facts that their summary must name (ports, codes, limits). */
import type { FailureClass } from '../../src/core/diagnosis/classes.js'

export interface ExpectedFacts {
  /** each in the sentence `Why` */
  readonly why: readonly RegExp[]
  /** anywhere but in `Why` and `Next` */
  readonly evidence: RegExp
  readonly next: RegExp
}

/** By class, and by the name of the scenario: a class without a story does not compile. */
const stories: Readonly<Record<FailureClass, Readonly<Record<string, ExpectedFacts>>>> = {
  'image-pull': {
    'image-missing': {
      why: [/could not pull web:9be21c5\b/, /\/web has no tag 9be21c5\b/],
      evidence: /CannotPullContainerError: .*web:9be21c5: not found/,
      next: /Push web:9be21c5\b.*\btag\b/,
    },
  },
  'resource-initialization': {
    'secret-missing': {
      why: [/secret web\/database-url-8Zk2Qp \(DATABASE_URL of app\) does not exist/],
      evidence: /ResourceInitializationError: .*ResourceNotFoundException/,
      next: /Correct valueFrom in the task definition \(arn:aws:secretsmanager:\S+\), or create the secret/,
    },
    'secret-denied': {
      why: [
        /role ecsTaskExecutionRole may not read/,
        /secret web\/database-url-8Zk2Qp \(DATABASE_URL of app\)/,
      ],
      evidence: /ResourceInitializationError: .*AccessDeniedException/,
      next: /\brole ecsTaskExecutionRole to call secretsmanager:GetSecretValue on/,
    },
  },
  'container-exit': {
    'crash-at-start': {
      why: [/app exited with code 1\b/, /KeyError: 'FEATURE_X'/],
      evidence: /```\nKeyError: 'FEATURE_X'\n```/,
      next: /does not set FEATURE_X for app: add it to environment or secrets/,
    },
    'exec-format': {
      why: [/web:9be21c4 is built for/, /different architecture/, /X86_64/],
      evidence: /exec format error/,
      next: /linux\/amd64/,
    },
    'program-missing': {
      why: [/code 127 \(no such program\)/, /gunicorn: not found/],
      evidence: /```\n.*gunicorn: not found\n```/,
      next: /command or entryPoint of app/,
    },
  },
  'out-of-memory': {
    'out-of-memory': {
      why: [/app ran out of memory/, /1024 MiB/],
      evidence: /OutOfMemoryError: .*\b137\b/,
      next: /memory .*above 1024 MiB/,
    },
  },
  'health-check': {
    'port-mismatch': {
      why: [/404 on GET :5001\/health/, /listens on 5201\b/],
      evidence: /```\n(?:.*\n)*Running on http:\/\/0\.0\.0\.0:5201\n```/,
      next: /listen on 5001\b.*\b5201\b/,
    },
    'nothing-listening': {
      why: [/nothing seems to listen on 5001\b/, /end with "worker: waiting for jobs in the queue emails"/],
      evidence: /```\nworker: waiting for jobs in the queue emails\n```/,
      next: /\b5001\b.*\bcommand of the container/,
    },
    'grace-too-short': {
      why: [/start may take 180 s/, /stopped after \d\d s/, /grace period of the service is 0 s/],
      evidence: /Checks: [\s\S]*`grace-period`/,
      next: /healthCheckGracePeriodSeconds of the service to at least 240\b/,
    },
    'container-unhealthy': {
      why: [/health check of app/, /3 times, 10 s apart/],
      evidence: /Task failed container health checks/,
      next: /health check command of app\b/,
    },
  },
  verification: {
    'verify-fails': {
      why: [/web\.example\.com\/version: 500 instead of 200/, /requests in/],
      evidence: /rolled back after/,
      next: /verify-contains/,
    },
  },
  placement: {
    'no-capacity': {
      why: [/could not place a task repeatedly since 0:\d\d/, /capacity is unavailable/],
      evidence: /Timeline since [^<]+<\/summary>[\s\S]*unable to place a task/,
      next: /more Availability Zones.*continues unwatched.*aws ecs stop-service-deployment --service-deployment-arn arn:\S+ --stop-type ROLLBACK\b/,
    },
  },
  alarm: {
    'alarm-rollback': {
      why: [/alarm web-5xx/],
      evidence: /Last lines of the logs<\/summary>[\s\S]*Timeline since [^<]+<\/summary>[\s\S]*web-5xx/,
      next: /logs of web:8 .*HTTPCode.*aws cloudwatch describe-alarm-history --alarm-name web-5xx --region eu-west-1/,
    },
  },
  'lifecycle-hook': {
    'pause-hook': {
      why: [/pause hook/, /timed out/],
      evidence:
        /pause hook ecs-pause-\S+ waits for somebody to continue it until[\s\S]*pause hook .*timed out/,
      next: /run the command that the log shows/,
    },
  },
  permissions: {
    'denied-update': {
      why: [/ecs:UpdateService on arn:aws:ecs:eu-west-1:123456789012:service\/prod\/web/],
      evidence: /refused, the service was not changed\n\n.*\n\nweb:8 is registered/,
      next: /\ballow it/,
    },
  },
  'time-limit': {
    'slow-drain': {
      why: [/2 tasks of web:7 are still stopping/, /deregistration delay/],
      evidence: /waits for 2 tasks of web:7 to stop|Timeline since/,
      next: /Raise wait-for-minutes, or lower the deregistration delay/,
    },
  },
  other: {
    'stopped-by-user': {
      why: [/Somebody, not this run, requested the rollback \(seen at 0:\d\d\)/],
      evidence: /Timeline since [^<]+<\/summary>[\s\S]*rolling back/,
      next: /StopServiceDeployment in CloudTrail/,
    },
  },
}

export interface FailureStory extends ExpectedFacts {
  readonly failureClass: string
  readonly scenario: string
}

export const failureStories: readonly FailureStory[] = Object.entries(stories).flatMap(
  ([failureClass, scenarios]) =>
    Object.entries(scenarios).map(([scenario, facts]) => ({ failureClass, scenario, ...facts })),
)

/** The expected facts that the summary does not name. */
export function missingFacts({ failureClass, why, next, evidence }: FailureStory, summary: string): string[] {
  const parts = partsOf(summary)
  const facts = [
    ...[...named(failureClass), ...why].map(fact => ({ fact, text: parts.why })),
    { fact: next, text: parts.next.replace(/\n+/g, ' ') },
    { fact: evidence, text: parts.rest },
  ]
  const isIn = (fact: RegExp, text: string) => fact.test(text) || fact.test(withoutCode(text))
  return facts.filter(({ fact, text }) => !isIn(fact, text)).map(({ fact, text }) => `${fact} in: ${text}`)
}

/** The class of a failure that nobody knows is not shown. */
function named(failureClass: string): RegExp[] {
  return failureClass === 'other' ? [] : [new RegExp(`\`${failureClass}\``)]
}

/** Revisions, images and tasks are code in sentences. */
function withoutCode(text: string): string {
  return text.replaceAll('`', '')
}

/** `Why`, `Next` with its command, and the rest. The reason of a refusal can have the step, too. */
function partsOf(summary: string) {
  const text = unescaped(summary)
  const why = /^\*\*Why\b.*$/m.exec(text)?.[0] ?? ''
  const next = /^\*\*Next\b.*(?:\n+```\w*\n[^`]*```)?/m.exec(text)?.[0] ?? why
  return { why, next, rest: text.replace(why, '').replace(next, '') }
}

/** Without the backslashes that escape Markdown. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
