import { expect, test } from '@jest/globals'
import { readBuild, readManifest } from '../../../../src/adapters/aws/ecr-manifest.js'
import { aBuild } from '../../../support/image-builders.js'

const entry = (digest: string, platform?: object) => ({
  mediaType: 'x',
  digest,
  size: 1,
  ...(platform && { platform }),
})

test.each([
  {
    name: 'an image, OCI or Docker',
    manifest: { schemaVersion: 2, config: { digest: 'sha256:c' }, layers: [] },
    is: { kind: 'image', configDigest: 'sha256:c' },
  },
  {
    name: 'the first format of Docker, which has no configuration',
    manifest: { schemaVersion: 1, fsLayers: [] },
    is: { kind: 'image', configDigest: undefined },
  },
  {
    name: 'an index or a manifest list, without what nothing runs on',
    manifest: {
      schemaVersion: 2,
      manifests: [
        entry('sha256:1', { architecture: 'amd64', os: 'linux' }),
        entry('sha256:2', { architecture: 'arm64', os: 'linux', variant: 'v8' }),
        entry('sha256:3', { architecture: 'amd64', os: 'windows', 'os.version': '10.0.20348' }),
        entry('sha256:4', { architecture: 'unknown', os: 'unknown' }),
        entry('sha256:5'),
      ],
    },
    is: {
      kind: 'index',
      entries: [
        { digest: 'sha256:1', ...aBuild() },
        { digest: 'sha256:2', ...aBuild({ architecture: 'arm64' }) },
        { digest: 'sha256:3', ...aBuild({ os: 'windows' }) },
      ],
    },
  },
])('$name', ({ manifest, is }) => {
  expect(readManifest(JSON.stringify(manifest))).toStrictEqual(is)
})

test.each([
  {
    name: 'ports and variables',
    config: {
      architecture: 'amd64',
      os: 'linux',
      config: {
        ExposedPorts: { '5001/tcp': {}, '53/udp': {} },
        Env: ['PORT=5001', 'PAIR=a=b', 'EMPTY=', 'BARE'],
      },
    },
    ports: ['5001/tcp', '53/udp'],
    environment: [
      ['PORT', '5001'],
      ['PAIR', 'a=b'],
      ['EMPTY', ''],
      ['BARE', ''],
    ],
  },
  { name: 'neither', config: { architecture: 'arm64', os: 'linux', config: {} }, ports: [], environment: [] },
  {
    name: 'null',
    config: { architecture: 'arm64', os: 'linux', config: { Env: null } },
    ports: [],
    environment: [],
  },
])('a configuration with $name', ({ config, ports, environment }) => {
  const build = readBuild(JSON.stringify(config))
  expect([
    build?.architecture,
    build?.os,
    build?.config?.exposedPorts,
    [...(build?.config?.environment ?? [])],
  ]).toStrictEqual([config.architecture, config.os, ports, environment])
})

test.each([
  { name: 'of a chart', config: '{"name":"web","version":"1.0.0"}' },
  { name: 'that is a list', config: '[]' },
])('a configuration $name belongs to no image', ({ config }) => {
  expect(readBuild(config)).toBe(undefined)
})

test('a truncated document does not count as a response', () => {
  expect(() => readBuild('{"architecture": "amd')).toThrow('the response is not JSON')
  expect(() => readManifest('')).toThrow('the response is not JSON')
})
