import { expect, test } from '@jest/globals'
import { readCommandLine } from '../../simulator/command-line.js'

const scenarios = ['healthy', 'port-mismatch']

const served = {
  kind: 'serve',
  source: { kind: 'scenario', name: 'healthy' },
  host: '127.0.0.1',
  port: 0,
  speed: 1,
  tag: undefined,
  seed: undefined,
  region: undefined,
  account: undefined,
  json: false,
  requests: undefined,
} as const
const portMismatch = { kind: 'scenario', name: 'port-mismatch' } as const

test.each([
  { args: 'serve', command: served },
  {
    args: 'serve --scenario port-mismatch --port 4566 --speed 2.5',
    command: { ...served, source: portMismatch, port: 4566, speed: 2.5 },
  },
  { args: 'serve port-mismatch', command: { ...served, source: portMismatch } },
  { args: 'serve --tag v1.4.2', command: { ...served, tag: 'v1.4.2' } },
  {
    args: 'serve --world a.yaml --host 0.0.0.0 --speed 0 --seed 7 --region us-east-1 --account 000011112222 --json',
    command: {
      ...served,
      source: { kind: 'file', path: 'a.yaml' },
      host: '0.0.0.0',
      speed: 0,
      seed: 7,
      region: 'us-east-1',
      account: '000011112222',
      json: true,
    },
  },
  { args: 'serve port-mismatch --print-world', command: { kind: 'print-world', scenario: 'port-mismatch' } },
  { args: 'serve --print-schema', command: { kind: 'print-schema', of: 'world' } },
  { args: 'serve --print-control-schema', command: { kind: 'print-schema', of: 'control' } },
  { args: 'demo', command: { kind: 'demo', scenario: 'port-mismatch', speed: 60, html: undefined } },
  {
    args: 'demo healthy --speed 100',
    command: { kind: 'demo', scenario: 'healthy', speed: 100, html: undefined },
  },
  {
    args: 'demo healthy --html page.html',
    command: { kind: 'demo', scenario: 'healthy', speed: 60, html: 'page.html' },
  },
  { args: 'serve --requests a.jsonl', command: { ...served, requests: 'a.jsonl' } },
  { args: 'demo --list', command: { kind: 'list', json: false } },
  { args: 'serve --list', command: { kind: 'list', json: false } },
  { args: 'serve --list --json', command: { kind: 'list', json: true } },
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
    args: ['serve', 'healthy', '--scenario', 'port-mismatch'],
    message: 'only one scenario at a time; unexpected "healthy"',
  },
  {
    args: ['serve', 'healthy', '--world', 'a.yaml'],
    message: 'either the scenario healthy or --world, not both',
  },
  {
    args: ['serve', '--world', 'a.yaml', '--print-world'],
    message: '--print-world prints a scenario; --world is a file already',
  },
  {
    args: ['serve', '--world', 'a.yaml', '--tag', 'v1'],
    message: '--tag is for scenarios; a world file has tags of its own',
  },
  { args: ['serve', '--account', '12'], message: '--account "12" is not 12 digits' },
  {
    args: ['serve', '--region', 'Ireland'],
    message: '--region "Ireland" is no region such as eu-west-1',
  },
])('refuses $args', ({ args, message }) => {
  expect(() => readCommandLine(args, scenarios)).toThrow(new Error(message))
})
