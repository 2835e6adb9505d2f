/** Scheduled actions are separate from dynamic scaling. */
export type Suspended = { readonly in: boolean; readonly out: boolean; readonly scheduled: boolean }

export type ScalableTarget = {
  /** `service/prod/web` */
  readonly resourceId: string
  readonly min: number
  readonly max: number
  readonly suspended: Suspended
  readonly createdAt: number
  readonly policies: Map<string, ScalingPolicy>
  tags: Readonly<Record<string, string>>
}

export type ScalingPolicy = {
  readonly name: string
  readonly type: string
  /** Only echoed. */
  readonly configuration: Readonly<Record<string, unknown>>
  readonly createdAt: number
}

const nothingSuspended: Suspended = { in: false, out: false, scheduled: false }

export class ScalableTargets {
  readonly #byResource = new Map<string, ScalableTarget>()

  /** Omitted members keep their values. */
  register(
    target: Pick<ScalableTarget, 'resourceId' | 'min' | 'max'> & { readonly suspended?: Partial<Suspended> },
    now: number,
  ): ScalableTarget {
    if (!(target.min >= 0 && target.min <= target.max)) throw new RangeError('min is from 0 to max')
    const previous = this.#byResource.get(target.resourceId)
    const registered = {
      ...target,
      suspended: { ...(previous?.suspended ?? nothingSuspended), ...target.suspended },
      createdAt: previous?.createdAt ?? now,
      policies: previous?.policies ?? new Map<string, ScalingPolicy>(),
      tags: previous?.tags ?? {},
    }
    this.#byResource.set(target.resourceId, registered)
    return registered
  }

  remove(resourceId: string): void {
    this.#byResource.delete(resourceId)
  }

  find(resourceId: string): ScalableTarget | undefined {
    return this.#byResource.get(resourceId)
  }

  all(): ScalableTarget[] {
    return [...this.#byResource.values()]
  }
}
