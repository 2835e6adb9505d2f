/** Whose commit a new revision has: that of its images, whoever registers it. */
import { expect, test } from '@jest/globals'
import type { BaseDefinition } from '../../../../src/core/options/plan-options.js'
import { imageSource } from '../../../../src/core/plan/image-source.js'
import { noResources } from '../../../../src/core/resources/related-resources.js'
import { render } from '../../../../src/core/task-definition/render.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { digest, inEcr, stored } from '../../../support/image-builders.js'
import { definitionOverrides, planOptions } from '../../../support/option-builders.js'

const own = (name: string, value: string) => ({ key: `ecs-safe-deploy:${name}`, value })

/** A revision of app and proxy; `commit` undefined: it has no tags. */
function revisionOf(app: string, commit?: string, proxy = 'envoy:1.31', repository = 'octo/web'): JsonObject {
  const tags = [{ key: 'team', value: 'web' }, own('commit', commit ?? ''), own('repository', repository)]
  const definition = {
    family: 'web',
    containerDefinitions: [
      { name: 'app', image: app },
      { name: 'proxy', image: proxy },
    ],
  }
  return commit === undefined ? definition : { ...definition, tags }
}

const file = (definition: JsonObject): BaseDefinition => ({
  kind: 'file',
  definition,
  origin: 'td.json',
  positionOf: undefined,
  asIs: undefined,
})

const registered = (definition: JsonObject, origin = 'web:16'): BaseDefinition => ({
  kind: 'revision',
  definition,
  origin,
  positionOf: undefined,
  asIs: undefined,
})

interface Row {
  readonly name: string
  readonly base: BaseDefinition
  readonly live?: JsonObject
  readonly images?: Readonly<Record<string, string>>
  readonly settings?: true
  readonly resolved?: string
  readonly immutable?: true
  /** commit, repository, and whose images they are */
  readonly source: readonly [string | undefined, string | undefined, string | undefined]
}

const thisRun = ['new', 'octo/ops', undefined] as const

test.each<Row>([
  {
    name: 'a new image over the serving revision',
    base: registered(revisionOf('web:1', 'old'), 'web:17'),
    live: revisionOf('web:1', 'old'),
    images: { app: 'web:2' },
    source: thisRun,
  },
  {
    name: 'the same image and other settings',
    base: registered(revisionOf('web:1', 'old'), 'web:17'),
    live: revisionOf('web:1', 'old'),
    settings: true,
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'the same image, given again',
    base: registered(revisionOf('web:1', 'old'), 'web:17'),
    images: { app: 'web:1' },
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'the same text, given again, which this run may have pushed',
    base: registered(revisionOf('web:latest', 'old'), 'web:17'),
    images: { app: 'web:latest' },
    source: thisRun,
  },
  {
    name: 'the same text, given again, in a repository with immutable tags',
    base: registered(revisionOf(inEcr('web:stable'), 'old'), 'web:17'),
    images: { app: inEcr('web:stable') },
    resolved: inEcr('web:stable'),
    immutable: true,
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'the same text, taken from the revision',
    base: registered(revisionOf('web:latest', 'old'), 'web:17'),
    settings: true,
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'an older revision, deployed again',
    base: registered(revisionOf('web:0', 'older')),
    live: revisionOf('web:1', 'old'),
    source: ['older', 'octo/web', 'web:16'],
  },
  {
    name: 'an older revision without tags, deployed again',
    base: registered(revisionOf('web:0')),
    live: revisionOf('web:1', 'old'),
    source: [undefined, 'octo/ops', 'web:16'],
  },
  {
    name: 'an older revision with the image that serves',
    base: registered(revisionOf('web:0', 'older')),
    live: revisionOf('web:1', 'old'),
    images: { app: 'web:1' },
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'an older revision with a new image',
    base: registered(revisionOf('web:0', 'older')),
    live: revisionOf('web:1', 'old'),
    images: { app: 'web:2' },
    source: thisRun,
  },
  {
    name: 'several containers of which one image changes',
    base: registered(revisionOf('web:1', 'old'), 'web:17'),
    images: { proxy: 'envoy:1.32' },
    source: thisRun,
  },
  {
    name: 'a serving revision without a commit tag, as the base',
    base: registered(revisionOf('web:1'), 'web:17'),
    live: revisionOf('web:1'),
    settings: true,
    source: [undefined, 'octo/ops', 'web:17'],
  },
  {
    name: 'a file with a new image',
    base: file(revisionOf('web:2')),
    live: revisionOf('web:1', 'old'),
    source: thisRun,
  },
  {
    name: 'a file without tags and with the image that serves',
    base: file(revisionOf('web:1')),
    live: revisionOf('web:1', 'old'),
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'a file with the image that serves, of which the commit is not known',
    base: file(revisionOf('web:1')),
    live: revisionOf('web:1'),
    source: thisRun,
  },
  {
    name: 'a file whose mutable tag serves',
    base: file(revisionOf('web:latest')),
    live: revisionOf('web:latest', 'old'),
    source: thisRun,
  },
  {
    name: 'a file whose tag serves by its digest',
    base: file(revisionOf(inEcr('web:1'))),
    live: revisionOf(inEcr(`web@${digest}`), 'old'),
    resolved: inEcr('web:1'),
    source: ['old', 'octo/web', 'web:17'],
  },
  {
    name: 'a described revision in a file, with its tags',
    base: file(revisionOf('web:0', 'older')),
    live: revisionOf('web:1', 'old'),
    source: ['older', 'octo/web', 'td.json'],
  },
  { name: 'a file for no service', base: file(revisionOf('web:1')), source: thisRun },
  {
    name: 'a container more than the revision had',
    base: file({
      ...revisionOf('web:1'),
      containerDefinitions: [
        { name: 'app', image: 'web:1' },
        { name: 'cache', image: 'valkey:8' },
      ],
    }),
    live: revisionOf('web:1', 'old'),
    source: thisRun,
  },
  {
    name: 'a container less than the revision had',
    base: file({ family: 'web', containerDefinitions: [{ name: 'app', image: 'web:1' }] }),
    live: revisionOf('web:1', 'old'),
    source: ['old', 'octo/web', 'web:17'],
  },
])('$name: $source', ({ base, live, images = {}, settings, resolved, immutable, source }) => {
  const options = planOptions({
    images: Object.entries(images).map(([container, image]) => ({ container, image, input: 'images' })),
    overrides: definitionOverrides(settings ? { taskRoleArn: 'arn:aws:iam::123456789012:role/web' } : {}),
    provenance: { commit: 'new', repository: 'octo/ops' },
  })
  const rendering = render(base.definition, options)
  if (rendering.kind !== 'rendered') throw new Error('cannot be rendered')
  const found = imageSource({
    options,
    base,
    definition: rendering.definition,
    serving: live && { live, name: 'web:17' },
    resources: { ...noResources, images: new Map(resolved ? [[resolved, stored({ immutable })]] : []) },
  })
  expect([found.commit, found.repository, found.sameAs]).toStrictEqual(source)
})
