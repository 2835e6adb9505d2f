import { expect, test } from '@jest/globals'
import { believedSoftware } from '../../../simulator/ecs/behavior/believed-command.js'

const shell = (script: string) => ['sh', '-c', script]
const exits = (exitsAfterSeconds: number, exitCode: number, logs?: readonly string[]) => ({
  listens: {},
  exitsAfterSeconds,
  exitCode,
  ...(logs && { logs }),
})

test.each([
  { words: ['exit', '3'], does: exits(0.3, 3) },
  { words: ['false'], does: exits(0.3, 1) },
  { words: ['/bin/true'], does: exits(0.3, 0) },
  { words: ['sleep', '90'], does: exits(90, 0) },
  { words: ['sleep', '2m'], does: exits(120, 0) },
  { words: ['sleep', 'infinity'], does: { listens: {} } },
  { words: ['echo', 'hello', 'world'], does: exits(0.3, 0, ['hello world']) },
  { words: shell('exit 3'), does: exits(0.3, 3) },
  { words: ['/bin/bash', '-ec', 'sleep 5; false; echo never'], does: exits(5, 1) },
  { words: shell('echo "starting up"; sleep 2 && exit 4'), does: exits(2, 4, ['starting up']) },
  { words: shell('false && echo never'), does: exits(0.3, 1) },
  { words: shell('false; echo then'), does: exits(0.3, 0, ['then']) },
  { words: shell('set -e\nfalse\nsleep 9'), does: exits(0.3, 1) },
  { words: shell('exec sleep 7'), does: exits(7, 0) },
  { words: shell('bin/migrate && exit 0'), does: undefined },
  { words: shell('echo $HOME'), does: undefined },
  { words: shell('true || exit 3'), does: undefined },
  { words: shell('sleep 5 &'), does: undefined },
  { words: ['bin/migrate', '--to', 'latest'], does: undefined },
  { words: ['sh', 'start.sh'], does: undefined },
  { words: ['sleep', 'soon'], does: undefined },
  { words: [], does: undefined },
])('$words', ({ words, does }) => {
  expect(believedSoftware(words)).toStrictEqual(does)
})
