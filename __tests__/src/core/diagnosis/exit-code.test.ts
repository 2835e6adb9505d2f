import { expect, test } from '@jest/globals'
import { exitCodeMeaning } from '../../../../src/core/diagnosis/exit-code.js'

test('an exit code is explained only if its meaning is certain', () => {
  expect([126, 127, 137, 139, 143].filter(code => exitCodeMeaning(code) === undefined)).toStrictEqual([])
  expect([0, 1, 2, 3, 64, 128, 130, 255].filter(code => exitCodeMeaning(code) !== undefined)).toStrictEqual(
    [],
  )
})
