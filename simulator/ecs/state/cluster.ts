import type { Document, Tag } from './document.js'

export type Cluster = {
  readonly name: string
  readonly arn: string
  /** Members of CreateCluster that the world only echoes. */
  readonly attributes: Document
  tags: readonly Tag[]
  /** A deleted cluster can still be described, for a time that is not documented (API_DeleteCluster). */
  status: 'ACTIVE' | 'INACTIVE'
}
