/** The SDK's schema of RegisterTaskDefinition as a shape to check task definitions against. */
import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import type { Shape } from '../core/task-definition/shape.js'
import { type Schema, toShape } from './sdk-schema.js'

export const taskDefinitionShape: Shape = toShape(RegisterTaskDefinitionRequest$ as unknown as Schema)
