import { expect, test } from '@jest/globals'
import { readCommandLine } from '../../simulator/command-line.js'

const scenarios = ['healthy', 'port-mismatch']

test.each([
  { args: 'serve', command: { kind: 'serve', scenario: 'healthy', port: 0, speed: 1, tag: undefined } },
  {
    args: 'serve --scenario port-mismatch --port 4566 --speed 2.5',
    command: { kind: 'serve', scenario: 'port-mismatch', port: 4566, speed: 2.5, tag: undefined },
  },
  {
    args: 'serve --tag v1.4.2',
    command: { kind: 'serve', scenario: 'healthy', port: 0, speed: 1, tag: 'v1.4.2' },
  },
  { args: 'demo', command: { kind: 'demo', scenario: 'port-mismatch', speed: 60, html: undefined } },
  {
    args: 'demo healthy --speed 100',
    command: { kind: 'demo', scenario: 'healthy', speed: 100, html: undefined },
  },
  {
    args: 'demo healthy --html page.html',
    command: { kind: 'demo', scenario: 'healthy', speed: 60, html: 'page.html' },
  },
  { args: 'demo --list', command: { kind: 'list' } },
  { args: 'serve --list', command: { kind: 'list' } },
])('$args', ({ args, command }) => {
  expect(readCommandLine(args.split(' '), scenarios)).toStrictEqual(command)
})

test.each([
  { args: [], message: 'no command; the commands are serve, demo' },
  { args: ['dance'], message: 'unknown command "dance"; the commands are serve, demo' },
  {
    args: ['demo', 'heathy'],
    message: 'no scenario "heathy"; did you mean healthy? The scenarios are healthy, port-mismatch',
  },
  {
    args: ['demo', 'port-missmatch'],
    message:
      'no scenario "port-missmatch"; did you mean port-mismatch? The scenarios are healthy, port-mismatch',
  },
  { args: ['demo', 'rollout'], message: 'no scenario "rollout"; the scenarios are healthy, port-mismatch' },
  {
    args: ['demo', 'healthy', 'scaled-to-zero'],
    message: 'only one scenario at a time; unexpected "scaled-to-zero"',
  },
  { args: ['demo', '--speed', 'fast'], message: '--speed "fast" is not a number from 1 to 1000' },
  { args: ['demo', '--speed', ''], message: '--speed "" is not a number from 1 to 1000' },
  { args: ['demo', '--html', ''], message: '--html needs the name of a file' },
  { args: ['demo', '--sped', '2'], message: "Unknown option '--sped'" },
  { args: ['serve', '--port', '80.5'], message: '--port "80.5" is not a whole number from 0 to 65535' },
  { args: ['serve', '--port', '70000'], message: '--port "70000" is not a whole number from 0 to 65535' },
  { args: ['serve', '--tag', 'web:1'], message: '--tag "web:1" is not an image tag' },
  { args: ['serve', '--scenario'], message: "Option '--scenario <value>' argument missing" },
  {
    args: ['serve', 'healthy'],
    message: "Unexpected argument 'healthy'. This command does not take positional arguments",
  },
])('refuses $args', ({ args, message }) => {
  expect(() => readCommandLine(args, scenarios)).toThrow(new Error(message))
})
