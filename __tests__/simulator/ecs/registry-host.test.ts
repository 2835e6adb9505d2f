import { expect, test } from '@jest/globals'
import { openWorld } from '../../../simulator/ecs/open-world.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'

const plain = '123456789012.dkr.ecr'

test.each([
  { name: 'FIPS', pushed: `${plain}.us-east-1.amazonaws.com/web:1`, pulled: '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/web:1' },
  { name: 'dual-stack', pushed: `${plain}.us-east-1.amazonaws.com/web:1`, pulled: '123456789012.dkr-ecr.us-east-1.on.aws/web:1' },
  { name: 'in China', pushed: '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/web:1', pulled: `${plain}.cn-north-1.amazonaws.com.cn/web:1` },
])('one registry also has the host $name', ({ pushed, pulled }) => {
  const { images } = openWorld({ clock: new VirtualClock(0) })
  const { digest } = images.add(pushed, {})
  expect(images.find(pulled)?.digest).toBe(digest)
}) // biome-ignore format: one table

test.each([
  { name: 'another region', pulled: `${plain}.us-east-2.amazonaws.com/web:1` },
  { name: 'another account', pulled: '210987654321.dkr.ecr.us-east-1.amazonaws.com/web:1' },
  { name: 'a suffix of elsewhere', pulled: `${plain}.us-east-1.amazonaws.com.cn/web:1` },
  { name: 'the dash of one form with the suffix of the other', pulled: '123456789012.dkr-ecr.us-east-1.amazonaws.com/web:1' },
])('it is another registry in $name', ({ pulled }) => {
  const { images } = openWorld({ clock: new VirtualClock(0) })
  images.add(`${plain}.us-east-1.amazonaws.com/web:1`, {})
  expect(images.find(pulled)).toBe(undefined)
}) // biome-ignore format: one table
