import type { Document, Tag } from './document.js'

export type Cluster = {
  readonly name: string
  readonly arn: string
  /** Only echoed. */
  readonly attributes: Document
  tags: readonly Tag[]
  /** A deleted cluster stays visible for an undocumented time (API_DeleteCluster). */
  status: 'ACTIVE' | 'INACTIVE'
}
