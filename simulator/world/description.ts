/** A world as data. Scenarios and world files are such descriptions; buildWorld() makes the world of them. */
import type { AlarmDefinition, AlarmState } from '../ecs/resources/alarms.js'
import type { PlacementFailure } from '../ecs/resources/capacity.js'
import type { HostAnswer } from '../ecs/resources/hosts.js'
import type { TagMutability } from '../ecs/resources/images.js'
import type { HookFunction } from '../ecs/resources/lambdas.js'
import type { ScalableTarget, Suspended } from '../ecs/resources/scalable-targets.js'
import type { Sidecar } from '../ecs/resources/sidecars.js'
import type { Software } from '../ecs/resources/software.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { Settings } from '../ecs/settings.js'
import type { Document } from '../ecs/state/document.js'
import type { Fault } from '../protocol/faults/fault.js'
import type { Duration } from './duration.js'

export interface WorldDescription extends Change {
  readonly title?: string
  readonly region?: string
  readonly account?: string
  readonly seed?: number
  readonly settings?: Partial<Settings>
  readonly faults?: readonly DescribedFault[]
  /** How long before now the world begins; by default with the oldest entry of the history, at least an hour. */
  readonly begins?: Duration
  /** Oldest first. */
  readonly history?: readonly PastChange[]
  readonly later?: readonly LaterChange[]
}

/** In this order: whatever a member needs comes before it. */
export interface Change {
  readonly repositories?: Named<DescribedRepository>
  readonly images?: Named<DescribedImage>
  readonly targetGroups?: Named<DescribedTargetGroup>
  readonly loadBalancing?: DescribedLoadBalancing
  readonly hosts?: Named<DescribedHost>
  readonly secrets?: Named<'readable' | 'denied' | 'missing'>
  readonly logGroups?: Named<'missing'>
  readonly capacity?: DescribedCapacity
  readonly hookFunctions?: Named<HookFunction>
  readonly sidecars?: readonly DescribedSidecar[]
  readonly alarms?: Named<AlarmState | DescribedAlarm>
  /** By name: members of CreateCluster. */
  readonly clusters?: Named<Document>
  /** As RegisterTaskDefinition takes them. */
  readonly taskDefinitions?: readonly Document[]
  /** As CreateService takes them. */
  readonly services?: readonly Document[]
  readonly scaling?: readonly DescribedScaling[]
  /** Each with one operation of ECS and its input. */
  readonly calls?: readonly Named<Document>[]
  /** Somebody stops the current deployment of a service, which rolls it back. */
  readonly stopDeployments?: readonly ServiceName[]
}

export type PastChange = Change & { readonly ago: Duration }

/** After the server has started, or after the next rollout has begun. */
export type LaterChange = Change & { readonly after?: Duration; readonly afterRollout?: Duration }

type Named<Value> = Readonly<Record<string, Value>>

/** With it, tags that no image has do not exist. */
export interface DescribedRepository {
  readonly tagMutability?: TagMutability['kind']
  readonly exclusions?: readonly string[]
}

/** One that says nothing of ports responds with 200 on each. */
export type DescribedImage = Software & {
  /** It was never pushed, or has expired. */
  readonly missing?: boolean
  /** Another tag of the same repository. */
  readonly sameAs?: string
}

/** By ARN, or by a name that makes one. */
export type DescribedTargetGroup = Partial<
  Omit<TargetGroup, 'arn' | 'isAssumed' | 'vpcId' | 'tags' | 'attributes'>
> & {
  readonly missing?: boolean
}

export interface DescribedLoadBalancing {
  readonly shiftError?: string
  readonly registrationError?: string
}

/** A target group by its name or ARN, or a fixed answer. */
export interface DescribedHost extends Partial<HostAnswer> {
  readonly targetGroup?: string
}

export interface DescribedCapacity {
  readonly available?: boolean
  readonly hostFailure?: string
  readonly placementFailures?: readonly PlacementFailure[]
  readonly hasContainerInstances?: boolean
}

export type DescribedSidecar = Sidecar & { readonly software?: Software }

export interface DescribedAlarm {
  readonly state: AlarmState
  readonly definition?: AlarmDefinition
  /** Newest first. */
  readonly values?: readonly number[]
}

export interface ServiceName {
  /** By default `default`, as for ECS. */
  readonly cluster?: string
  readonly service: string
}

export type DescribedScaling = ServiceName &
  Partial<Pick<ScalableTarget, 'min' | 'max'>> & {
    readonly suspended?: Partial<Suspended>
    /** What auto scaling sets, within the limits. */
    readonly desiredCount?: number
  }

type WithDurations<F> = F extends Fault ? Omit<F, 'from' | 'until'> : never

/** Times count from the start of the server, or from when the fault is added. */
export type DescribedFault = WithDurations<Fault> & { readonly from?: Duration; readonly until?: Duration }
