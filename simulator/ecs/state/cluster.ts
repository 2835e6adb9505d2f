import type { ContainerInstance } from './container-instance.js'
import type { Document, Tag } from './document.js'

export type Cluster = {
  readonly name: string
  readonly arn: string
  /** Only echoed. */
  attributes: Document
  /** Believed as soon as something is placed on EC2. */
  readonly instances: ContainerInstance[]
  tags: readonly Tag[]
  /** A deleted cluster stays visible for an undocumented time (API_DeleteCluster). */
  status: 'ACTIVE' | 'INACTIVE'
}
