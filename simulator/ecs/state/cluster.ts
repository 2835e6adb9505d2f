import type { Document, Tag } from './document.js'

export type Cluster = {
  readonly name: string
  readonly arn: string
  /** Members of CreateCluster that are only echoed. */
  readonly attributes: Document
  tags: readonly Tag[]
  /** A deleted cluster can be described for an undocumented time (API_DeleteCluster). */
  status: 'ACTIVE' | 'INACTIVE'
}
