/** The revision that a plan registers or deploys. */
import type { Position } from '../errors/problem.js'
import type { AsIs } from '../options/plan-options.js'
import type { Provenance, Tag } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'

export type RevisionPlan = NewRevision | ExistingRevision

/** The commit that the images of a revision were built from, whoever registered it. */
export interface ImageSource extends Pick<Provenance, 'commit' | 'repository'> {
  /** the revision or file that has the same images; undefined: they are of this run */
  readonly sameAs: string | undefined
}

export interface RevisionContent {
  readonly definition: JsonObject
  readonly imageSource: ImageSource
  readonly family: string
  /** `task-definition.json`, or `web:7` */
  readonly origin: string
  readonly images: readonly PlannedImage[]
  /** in the source, before inputs set others */
  readonly replacedImages: readonly string[]
}

export interface NewRevision extends RevisionContent {
  readonly kind: 'new'
  /** added if the role may tag; empty where they do not fit */
  readonly provenance: readonly Tag[]
  /** in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export interface RecordedDigest {
  readonly container: string
  readonly digest: string
}

export interface ExistingRevision extends RevisionContent {
  readonly kind: 'existing'
  readonly arn: string
  /** `joined`: somebody else deploys it already */
  readonly reason: AsIs['reason'] | 'joined'
  /** of images with a tag, as ECS recorded it when it deployed the revision */
  readonly digests: readonly RecordedDigest[]
}

export interface PlannedImage {
  readonly container: string
  readonly from: string | undefined
  /** `from` with the tag that its digest was resolved from, if that is known */
  readonly fromName: string | undefined
  /** as registered */
  readonly to: string
  /** the name before `image-policy: digest` */
  readonly named: string | undefined
}

export function isAsIs(revision: RevisionPlan): revision is ExistingRevision {
  return revision.kind === 'existing' && revision.reason !== 'joined'
}

export function isRollback(revision: RevisionPlan): boolean {
  return revision.kind === 'existing' && revision.reason === 'rollback'
}

export function provenanceOf(revision: RevisionPlan): readonly Tag[] {
  return revision.kind === 'new' ? revision.provenance : []
}
