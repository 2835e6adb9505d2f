import { describe, expect, test } from '@jest/globals'
import { maskAssignments } from '../../../../src/core/redaction/secret-assignment.js'

describe('the name', () => {
  test.each([
    ['password=abc', 'password=***'],
    ['DB_PASS=abc', 'DB_PASS=***'],
    ['pass=abc', 'pass=abc'],
    ['compass=abc', 'compass=***'],
    ['private-key=abc', 'private-key=***'],
    ['credentials=abc', 'credentials=***'],
    ['secretoken=abc', 'secretoken=***'],
    ['tokens=abc', 'tokens=abc'],
  ])('%s', (text, masked) => {
    expect(maskAssignments(text)).toBe(masked)
  })
})

describe('the operator and the text before the value', () => {
  test.each([
    ['token = abc', 'token = ***'],
    ['"token": "abc"', '"token": "***"'],
    ['\\"token\\": \\"abc\\"', '\\"token\\": \\"***\\"'],
    ["'token': 'abc'", "'token': '***'"],
    ['authorization: Basic abc', 'authorization: Basic ***'],
    ['authorization: bearer', 'authorization: ***'],
    ['token abc', 'token abc'],
  ])('%s', (text, masked) => {
    expect(maskAssignments(text)).toBe(masked)
  })
})

describe('the value', () => {
  test.each([
    ['token=a.b-c/d:e==,next', 'token=***,next'],
    ['token=a\\b"', 'token=***"'],
    ['token=abc&user=bob', 'token=***&user=bob'],
    ['token=abc secret=def', 'token=*** secret=***'],
    ['token="" user', 'token="" user'],
  ])('%s', (text, masked) => {
    expect(maskAssignments(text)).toBe(masked)
  })
})

describe('a path or a revision that is only mentioned', () => {
  test.each([
    ['exec: "/app/get-token": stat', 'exec: "/app/get-token": stat'],
    ['registry/auth-token:9be21c4', 'registry/auth-token:9be21c4'],
    ['/prod/db-password: hunter2', '/prod/db-password: ***'],
    ['auth-token:8 completed', 'auth-token:8 completed'],
    ['auth-token:8a', 'auth-token:***'],
    ['auth-token:123456', 'auth-token:***'],
  ])('%s', (text, masked) => {
    expect(maskAssignments(text)).toBe(masked)
  })
})

describe('a sentence that continues after a colon', () => {
  test.each([
    ['token: unexpected status', 'token: unexpected status'],
    ['secret: ResourceNotFoundException: gone', 'secret: ResourceNotFoundException: gone'],
    ['token: expired', 'token: expired'],
    ['container auth-token: hostPort is 81', 'container auth-token: hostPort is 81'],
    ['container secret: hostPort81 is 81', 'container secret: *** is 81'],
    ['password: the-name-of-my-dog', 'password: ***'],
    ['token=the end', 'token=*** end'],
    ['token:the end', 'token:*** end'],
  ])('%s', (text, masked) => {
    expect(maskAssignments(text)).toBe(masked)
  })
})
