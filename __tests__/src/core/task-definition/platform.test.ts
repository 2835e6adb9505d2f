import { expect, test } from '@jest/globals'
import { platformOf, showPlatform } from '../../../../src/core/task-definition/platform.js'

test.each([
  { name: 'nothing', runtimePlatform: undefined, is: 'linux/amd64' },
  { name: 'X86_64', runtimePlatform: { cpuArchitecture: 'X86_64' }, is: 'linux/amd64' },
  { name: 'ARM64', runtimePlatform: { cpuArchitecture: 'ARM64' }, is: 'linux/arm64' },
  {
    name: 'Windows',
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
    is: 'windows/amd64',
  },
  {
    name: 'both',
    runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
    is: 'linux/arm64',
  },
  { name: 'a processor of tomorrow', runtimePlatform: { cpuArchitecture: 'RISCV64' }, is: undefined },
  { name: 'a system of tomorrow', runtimePlatform: { operatingSystemFamily: 'BSD' }, is: undefined },
])('a task definition that names $name runs on $is', ({ runtimePlatform, is }) => {
  const platform = platformOf(runtimePlatform ? { runtimePlatform } : {})
  expect(platform && showPlatform(platform)).toBe(is)
})
