import type { Document, Tag } from './document.js'

export type PortMapping = {
  readonly containerPort?: number
  readonly hostPort?: number
  readonly name?: string
  readonly protocol?: string
}

export type HealthCheck = {
  readonly interval?: number
  readonly retries?: number
  readonly startPeriod?: number
}

export type LogConfiguration = {
  readonly logDriver?: string
  readonly options?: Readonly<Record<string, string>>
}

export type ContainerDependency = {
  readonly containerName: string
  readonly condition: 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY'
}

/** Other members stay as sent. */
export type ContainerDefinition = {
  readonly name: string
  readonly image: string
  readonly essential?: boolean
  readonly entryPoint?: readonly string[]
  readonly command?: readonly string[]
  readonly environment?: readonly { readonly name: string; readonly value: string }[]
  readonly portMappings?: readonly PortMapping[]
  readonly healthCheck?: HealthCheck
  readonly logConfiguration?: LogConfiguration
  readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[]
  readonly stopTimeout?: number
  readonly dependsOn?: readonly ContainerDependency[]
}

export type TaskDefinition = {
  readonly arn: string
  readonly family: string
  readonly revision: number
  readonly registeredAt: number
  readonly registeredBy: string
  /** With ECS's defaults. */
  readonly document: Document
  readonly containers: readonly ContainerDefinition[]
  tags: readonly Tag[]
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS'
  deregisteredAt: number | undefined
  deleteRequestedAt: number | undefined
}

export function isEssential(container: ContainerDefinition): boolean {
  return container.essential !== false
}
