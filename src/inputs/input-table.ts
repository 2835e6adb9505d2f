/** In the order of action.yml. */

import { lifecycleStages } from '../core/ecs/lifecycle-stages.js'
import {
  flag,
  list,
  oneOf,
  optional,
  optionalFlag,
  optionalNumber,
  optionalOneOf,
  setting,
  text,
  wholeNumber,
} from './input-row.js'
import { names, pairs, variables } from './lines.js'
import { parseCommand } from './parse-command.js'
import { parseImageLines } from './parse-image-lines.js'
import { logDrivers, parseEnvironmentFiles, parseRole, parseSecrets } from './parse-overrides.js'
import { parsePlaceholders } from './parse-placeholders.js'
import { parseRollback } from './parse-rollback.js'
import { parseTags } from './parse-tags.js'
import { parseStartedBy, parseTaskDefinition } from './parse-task.js'
import { parseContainerOverrides, parseStrategy, parseTaskTags } from './parse-task-inputs.js'
import { parseThreshold } from './parse-threshold.js'
import { parseEnvironment, parseUrl } from './parse-url.js'
import { parseVerifyUrl } from './parse-verify-url.js'
import { parseServiceVolume, parseTaskVolume } from './parse-volume.js'

const needs = 'service'

/** Bounds: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export const inputTable = {
  cluster: text({ default: 'default' }),
  service: text(),
  'task-definition': text(),
  'task-definition-arn': text(),
  'task-definition-family': text(),
  'task-definition-revision': text(),
  rollback: optional(parseRollback),
  'continue-deployment': optionalOneOf(['continue', 'rollback']),
  'service-deployment-arn': text({ needs: 'continue-deployment' }),
  placeholders: { default: '', needs: 'file', parse: parsePlaceholders },
  'container-name': names(),
  image: text(),
  images: { default: '', parse: parseImageLines },
  'image-policy': oneOf(['immutable', 'digest', 'any'], { default: 'immutable' }),
  'environment-variables': variables(),
  secrets: { default: '', parse: parseSecrets },
  'env-files': { default: '', parse: parseEnvironmentFiles },
  'docker-labels': pairs(),
  command: optional(parseCommand),
  'log-configuration-log-driver': optionalOneOf(logDrivers),
  'log-configuration-options': pairs(),
  'task-role-arn': optional(parseRole),
  'execution-role-arn': optional(parseRole),
  'allow-unknown-keys': flag({ default: false, needs: 'file' }),
  'skip-unchanged': flag({ default: false, needs }),
  tags: { default: '', parse: parseTags },
  'provenance-tags': flag({ default: true }),
  'circuit-breaker': oneOf(['rollback', 'stop', 'keep'], { default: 'rollback', needs }),
  'circuit-breaker-threshold': optional(parseThreshold, needs),
  'circuit-breaker-reset-on-healthy-task': optionalFlag({ needs }),
  'minimum-healthy-percent': setting('minimumHealthyPercent', optionalNumber({ least: 0, most: 100 })),
  'maximum-percent': setting('maximumPercent', optionalNumber({ least: 100, most: 10_000 })),
  'bake-time-minutes': setting('bakeTimeInMinutes', optionalNumber({ least: 0, most: 1440 })),
  alarms: list(/[\n,]/, { needs }),
  'alarms-rollback': flag({ default: true, needs: 'alarms' }),
  'desired-count': setting('desiredCount', optionalNumber({ least: 0, most: 5_000 })),
  'bump-desired-count': optionalNumber({ least: 1, most: 5_000, needs }),
  'force-new-deployment': flag({ default: false, needs }),
  'enable-ecs-managed-tags': setting('enableECSManagedTags', optionalFlag()),
  'propagate-tags': setting('propagateTags', optionalOneOf(['SERVICE', 'TASK_DEFINITION', 'NONE'])),
  'service-managed-ebs-volume-name': text({ needs }),
  'service-managed-ebs-volume': optional(parseServiceVolume, needs),
  'run-task': flag({ default: false }),
  'run-task-command': optional(parseCommand, 'run-task'),
  'run-task-definition': optional(parseTaskDefinition, 'run-task'),
  'run-task-container-overrides': { default: '', needs: 'run-task', parse: parseContainerOverrides },
  'run-task-subnets': list(/[\n,]/, { needs: 'one-off-task' }),
  'run-task-security-groups': list(/[\n,]/, { needs: 'one-off-task' }),
  'run-task-assign-public-IP': optionalOneOf(['ENABLED', 'DISABLED'], { needs: 'one-off-task' }),
  'run-task-capacity-provider-strategy': optional(parseStrategy, 'one-off-task'),
  'run-task-launch-type': optionalOneOf(['EC2', 'FARGATE', 'EXTERNAL'], { needs: 'one-off-task' }),
  'run-task-started-by': { default: 'GitHub-Actions', needs: 'one-off-task', parse: parseStartedBy },
  'run-task-tags': { default: '', needs: 'one-off-task', parse: parseTaskTags },
  'run-task-managed-ebs-volume-name': text({ needs: 'one-off-task' }),
  'run-task-managed-ebs-volume': optional(parseTaskVolume, 'one-off-task'),
  'wait-for-task-stopped': flag({ default: true, needs: 'run-task' }),
  'run-task-on-cancel': oneOf(['leave', 'stop'], { default: 'leave', needs: 'one-off-task' }),
  'fail-fast-after': wholeNumber({ default: 3, least: 0, most: 1_000, needs: 'watch' }),
  'in-flight': oneOf(['supersede', 'join', 'wait', 'fail', 'override-rollback'], {
    default: 'supersede',
    needs,
  }),
  'wait-for-service-stability': flag({ default: true }),
  'wait-until': oneOf(['completed', 'paused', ...lifecycleStages], { default: 'completed', needs: 'watch' }),
  'wait-for-minutes': wholeNumber({ default: 30, least: 1, most: 360, needs: 'wait' }),
  'on-timeout': oneOf(['fail', 'rollback'], { default: 'fail', needs: 'watch' }),
  'on-cancel': oneOf(['leave', 'rollback'], { default: 'leave', needs: 'watch' }),
  'on-partial-failure': oneOf(['leave', 'rollback'], { default: 'leave', needs: 'several-services' }),
  'verify-url': optional(parseVerifyUrl, 'verification'),
  'verify-status': wholeNumber({ default: 200, least: 200, most: 599, needs: 'verify-url' }),
  'verify-contains': text({ needs: 'verify-url' }),
  'verify-successes': wholeNumber({ default: 3, least: 1, most: 100, needs: 'verify-url' }),
  'verify-interval-seconds': wholeNumber({ default: 5, least: 1, most: 300, needs: 'verify-url' }),
  'verify-for-seconds': wholeNumber({ default: 120, least: 1, most: 3_600, needs: 'verify-url' }),
  'verify-task-command': optional(parseCommand, 'verification'),
  'on-verify-failure': oneOf(['fail', 'rollback'], { default: 'fail', needs: 'verified' }),
  preflight: oneOf(['fail', 'warn', 'off'], { default: 'fail' }),
  'max-retries': wholeNumber({ default: 10, least: 1, most: 100 }),
  'job-summary': flag({ default: true }),
  'dry-run': flag({ default: false }),
  'github-token': text(),
  'pr-comment': flag({ default: false, needs: 'dry-run' }),
  'pr-number': optionalNumber({ least: 1, most: 9_999_999_999, needs: 'pr-comment' }),
  environment: optional(parseEnvironment, 'record'),
  'environment-url': optional(parseUrl, 'environment'),
} as const

export type InputName = keyof typeof inputTable

export type InputValues = {
  readonly [Name in InputName]: ReturnType<(typeof inputTable)[Name]['parse']>
}

export const inputNames = Object.keys(inputTable) as readonly InputName[]
