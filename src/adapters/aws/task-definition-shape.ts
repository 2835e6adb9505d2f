import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import { NormalizedSchema } from '@smithy/core/schema'
import type { Shape } from '../../core/task-definition/shape.js'
import { toShape } from './sdk-schema.js'
import { allowedValues } from './task-definition-enums.js'

export const taskDefinitionShape: Shape = toShape(
  NormalizedSchema.of(RegisterTaskDefinitionRequest$),
  allowedValues,
)
