import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { imageArchitecture } from '../../../../../src/core/checks/image/image-architecture.js'
import {
  aBuild,
  denied,
  found,
  type ImageOverrides,
  inEcr,
  stored,
  withImage,
} from '../../../../support/image-builders.js'

interface Row extends Partial<ImageOverrides> {
  readonly name: string
  readonly says: readonly string[]
}

const image = inEcr('web:1')
const build = (...platforms: string[]) =>
  stored({
    builds: platforms.map(platform => {
      const [os = '', architecture = ''] = platform.split('/')
      return aBuild({ os, architecture })
    }),
  })
const noConfig = { config: 'allow ecr:GetDownloadUrlForLayer', mutability: undefined }
const arm = { runtimePlatform: { cpuArchitecture: 'ARM64' } }
const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' } }
const wrong = (built: string, runs: string) =>
  `container app: ${image} is built for ${built}, but the task runs on ${runs}`

test.each<Row>([
  { name: 'as it runs', registry: build('linux/amd64'), says: ['passed'] },
  { name: 'one of several', registry: build('linux/arm64', 'linux/amd64'), says: ['passed'] },
  {
    name: 'another processor',
    registry: build('linux/arm64'),
    says: [`refused ${wrong('linux/arm64', 'linux/amd64')}`],
  },
  {
    name: 'the task is for ARM64',
    definition: arm,
    registry: build('linux/amd64', 'linux/amd64', 'linux/386'),
    says: [`refused ${wrong('linux/amd64 and linux/386', 'linux/arm64')}`],
  },
  { name: 'the image, too', definition: arm, registry: build('linux/arm64'), says: ['passed'] },
  {
    name: 'another system',
    definition: windows,
    registry: build('linux/amd64'),
    says: [`refused ${wrong('linux/amd64', 'windows/amd64')}`],
  },
  {
    name: 'it runs already',
    runs: image,
    registry: build('linux/arm64'),
    says: [
      `warning container app: ${image} is built for linux/arm64, but the task definition does not set that platform`,
    ],
  },
  {
    name: 'it runs already, on another processor',
    runs: image,
    live: arm,
    registry: build('linux/arm64'),
    says: [`refused ${wrong('linux/arm64', 'linux/amd64')}`],
  },
  {
    name: 'on instances of which nothing is said',
    definition: { requiresCompatibilities: ['EC2'] },
    registry: build('linux/arm64'),
    says: [
      `warning container app: ${image} is built for linux/arm64, but the task definition does not set that platform`,
    ],
  },
  {
    name: 'a processor that this release does not know',
    definition: { runtimePlatform: { cpuArchitecture: 'RISCV64' } },
    registry: build('linux/amd64'),
    says: [],
  },
  {
    name: 'the configuration may not be read',
    registry: stored({ builds: [], unavailable: noConfig }),
    says: ['unseen not checked: allow ecr:GetDownloadUrlForLayer'],
  },
  {
    name: 'the configuration is not readable, but the index shows the architecture',
    registry: stored({ unavailable: noConfig }),
    says: ['passed'],
  },
  { name: 'no image of software', registry: stored({ builds: [] }), says: [] },
  { name: 'it may not be read', registry: denied, says: ['unseen not checked: allow ecr:BatchGetImage'] },
  { name: 'it does not exist', registry: found({ kind: 'no-image' }), says: [] },
  { name: 'skipped', says: [] },
])('$name: $says', ({ says, name: _, ...row }) => {
  const checks = runCheck(imageArchitecture, withImage({ image, ...row }))
  expect(checks.map(({ result, text }) => `${result} ${text}`.trim())).toStrictEqual(says)
})

test.each([
  { name: 'the line of runtimePlatform, where the file has it', has: 'runtimePlatform', line: 9 },
  { name: 'the line of the image, where it has not', has: 'containerDefinitions', line: 4 },
])('$name', ({ has, line }) => {
  const lines = new Map([
    ['runtimePlatform', 9],
    ['containerDefinitions', 4],
  ])
  const [check] = runCheck(imageArchitecture, {
    ...withImage({ image, definition: arm, registry: build('linux/amd64') }),
    positionOf: ([first]) =>
      first === has ? { file: 'td.json', line: lines.get(has) ?? 0, column: 3 } : undefined,
  })
  expect(check?.position?.line).toBe(line)
})
