/** In the order of action.yml. */

import {
  flag,
  list,
  oneOf,
  optional,
  optionalFlag,
  optionalNumber,
  optionalOneOf,
  text,
  wholeNumber,
} from './input-row.js'
import { pairs } from './lines.js'
import { parseCommand } from './parse-command.js'
import { parseTags } from './parse-tags.js'
import { parseThreshold } from './parse-threshold.js'
import { parseImageLines } from './read-images.js'
import { logDrivers, parseEnvironmentFiles, parseRole, parseSecrets } from './read-overrides.js'
import { parseUrl } from './read-report-options.js'

const needs = 'service'

/** Bounds: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export const inputTable = {
  cluster: text({ default: 'default' }),
  service: text(),
  'task-definition': text(),
  'task-definition-arn': text(),
  'task-definition-family': text(),
  'task-definition-revision': text(),
  'container-name': list(','),
  image: text(),
  images: { default: '', parse: parseImageLines },
  'image-policy': oneOf(['immutable', 'digest', 'any'], { default: 'immutable' }),
  'environment-variables': pairs('NAME=value'),
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
  'minimum-healthy-percent': optionalNumber({ least: 0, most: 100, needs }),
  'maximum-percent': optionalNumber({ least: 100, most: 10_000, needs }),
  'bake-time-minutes': optionalNumber({ least: 0, most: 1440, needs }),
  alarms: list(/[\n,]/, { needs }),
  'alarms-rollback': flag({ default: true, needs: 'alarms' }),
  'desired-count': optionalNumber({ least: 0, most: 5_000, needs }),
  'bump-desired-count': optionalNumber({ least: 1, most: 5_000, needs }),
  'force-new-deployment': flag({ default: false, needs }),
  'enable-ecs-managed-tags': optionalFlag({ needs }),
  'propagate-tags': optionalOneOf(['SERVICE', 'TASK_DEFINITION', 'NONE'], { needs }),
  'fail-fast-after': wholeNumber({ default: 3, least: 0, most: 1_000, needs: 'watch' }),
  'in-flight': oneOf(['supersede', 'wait', 'fail'], { default: 'supersede', needs }),
  'wait-for-service-stability': flag({ default: true }),
  'wait-for-minutes': wholeNumber({ default: 30, least: 1, most: 360, needs: 'watch' }),
  'on-timeout': oneOf(['fail', 'rollback'], { default: 'fail', needs: 'watch' }),
  'on-cancel': oneOf(['leave', 'rollback'], { default: 'leave', needs: 'watch' }),
  preflight: oneOf(['fail', 'warn', 'off'], { default: 'fail' }),
  'max-retries': wholeNumber({ default: 10, least: 1, most: 100 }),
  'job-summary': flag({ default: true }),
  'dry-run': flag({ default: false }),
  'github-token': text(),
  'pr-comment': flag({ default: false, needs: 'dry-run' }),
  environment: text({ needs: 'record' }),
  'environment-url': optional(parseUrl, 'environment'),
} as const

export type InputName = keyof typeof inputTable

export type InputValues = {
  readonly [Name in InputName]: ReturnType<(typeof inputTable)[Name]['parse']>
}

export const inputNames = Object.keys(inputTable) as readonly InputName[]
