/**
 * Empty texts and objects that ECS does not take. They say as much as an absent member, so they are left out, as
 * amazon-ecs-deploy-task-definition does (cleanNullKeys in its index.js).
 */

import type { Problem } from '../errors/problem.js'
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject, showPath } from '../text/json.js'
import type { Shape } from './shape.js'
import type { Document } from './validate.js'

export interface WithoutEmpties {
  readonly value: Json
  readonly leftOut: readonly Path[]
  /** empty members that ECS needs */
  readonly problems: readonly Problem[]
}

type Structure = Extract<Shape, { kind: 'structure' }>

/** ECS refuses these lists only if they are empty ("Tags can not be empty."), or no longer takes them at all. */
const refusedWhenEmpty = new Set(['tags', 'inferenceAccelerators'])

/** Needed by list, where the SDK does not say so: task_definition_parameters.html */
const needed: Readonly<Record<string, readonly string[]>> = {
  containerDefinitions: ['name'],
  volumes: ['name'],
  mountPoints: ['sourceVolume', 'containerPath'],
  volumesFrom: ['sourceContainer'],
  systemControls: ['namespace'],
  placementConstraints: ['type'],
  tags: ['key'],
}

/** Checks and inputs deal with what is empty in these lists, or under these names. */
const checked = new Set(['environment', 'secrets', 'secretOptions', 'properties', 'image'])

export function withoutEmpties(document: Document, shape: Shape): WithoutEmpties {
  const search = new Search(document)
  return {
    value: search.visit(document.value, shape, []),
    leftOut: search.leftOut,
    problems: search.problems,
  }
}

class Search {
  readonly leftOut: Path[] = []
  readonly problems: Problem[] = []
  readonly #document: Document

  constructor(document: Document) {
    this.#document = document
  }

  visit(value: Json, shape: Shape, path: Path): Json {
    if (shape.kind === 'structure' && isObject(value)) return this.#structure(value, shape, path)
    // Items stay, so that the rest keeps its place in the file.
    if (shape.kind === 'list' && isList(value) && !checked.has(String(path.at(-1)))) {
      const item = shape.item()
      return value.map((one, i) => this.visit(one, item, [...path, i]))
    }
    return value
  }

  #structure(object: JsonObject, shape: Structure, path: Path): JsonObject {
    const members = shape.members()
    const entries = Object.entries(object).flatMap(([key, value]) => {
      const member = Object.hasOwn(members, key) ? members[key] : undefined
      const here = [...path, key]
      if (!member || key === 'value') return [[key, value] as const]
      if (isEmptyList(value, here)) return []
      if (path.length === 0 && isList(value) && value.length === 0 && shape.required.includes(key))
        this.#report(member, here)
      if (!isVoid(value, member)) return [[key, this.visit(value, member, here)] as const]
      if (this.#isNeeded(key, shape, path)) {
        this.#report(member, here)
        return [[key, value] as const]
      }
      this.leftOut.push(here)
      return []
    })
    return Object.fromEntries(entries)
  }

  #isNeeded(key: string, { required }: Structure, path: Path): boolean {
    const list = typeof path.at(-1) === 'number' ? String(path.at(-2)) : ''
    return required.includes(key) || checked.has(key) || (needed[list] ?? []).includes(key)
  }

  /** The validation reports what is not one of the allowed values. */
  #report(shape: Shape, path: Path): void {
    if (checked.has(String(path.at(-1))) || (shape.kind === 'string' && shape.allowed)) return
    this.problems.push({
      subject: 'task-definition',
      text: `${showPath(path)} is empty, but ECS needs it`,
      position: this.#document.positionOf(path),
    })
  }
}

function isEmptyList(value: Json, path: Path): boolean {
  return path.length === 1 && refusedWhenEmpty.has(String(path[0])) && isList(value) && value.length === 0
}

/** A text, or an object that has nothing but such members and nulls. `host: {}` says something, `healthCheck: {}` does not. */
function isVoid(value: Json, shape: Shape): boolean {
  if (value === '') return shape.kind === 'string'
  if (!isObject(value) || shape.kind !== 'structure') return false
  const members = shape.members()
  const entries = Object.entries(value).filter(([, inner]) => inner !== null)
  if (entries.length === 0) return shape.required.length > 0
  return entries.every(([key, inner]) => {
    const member = Object.hasOwn(members, key) ? members[key] : undefined
    return member !== undefined && key !== 'value' && isVoid(inner, member)
  })
}
