import { describe, expect, it } from 'vitest'
import { deploy } from './deploy.ts'

type Inputs = Readonly<Record<string, string>>
type Row = readonly [path: string, says: string, inputs: Inputs]

const image = 'arbiter-ai/backend:1.4.0'
const withImage = (inputs: Inputs): Inputs => ({ image, ...inputs })

const rows: readonly Row[] = [
  ['service', 'is required', { image, service: '' }],
  ['task-definition', 'nothing to deploy is named', {}],
  ['task-definition', 'An empty value counts as not given', { image: '', 'task-definition': '' }],
  ['task-definition, image', 'given together', { image, 'task-definition': 'api:1' }],
  ['task-definition, images', 'given together', { images: 'a=b', 'task-definition': 'api:1' }],
  ['image, rollback-to', 'given together', { image, 'rollback-to': 'last-successful' }],
  [
    'task-definition, rollback-to',
    'given together',
    { 'task-definition': 'a', 'rollback-to': '1' },
  ],
  ['images', 'has no NAME= in line 2', { images: 'api=a:1\nworker' }],
  ['images', 'JSON', { images: '{"api": }' }],
  ['pin', 'digest, off', withImage({ pin: 'tag' })],
  ['create', 'never, if-missing', withImage({ create: 'always' })],
  ['create', 'did you mean if-missing', withImage({ create: 'if-mising' })],
  [
    'service-definition',
    'is required with create',
    { 'task-definition': 'a', create: 'if-missing' },
  ],
  ['create', 'must be if-missing', withImage({ 'service-definition': 'service.json' })],
  [
    'task-definition',
    'a new service runs nothing yet',
    withImage({ create: 'if-missing', 'service-definition': 'service.json' }),
  ],
  ['desired-count', 'whole number', { 'desired-count': 'two' }],
  ['desired-count', 'whole number', { 'desired-count': '2.5' }],
  ['desired-count', 'whole number', { 'desired-count': '0x10' }],
  ['desired-count', '0', { 'desired-count': '-1' }],
  ['desired-count', '5000', { 'desired-count': '5001' }],
  ['force-new-deployment', 'neither true nor false', { 'force-new-deployment': 'yes' }],
  ['force-new-deployment', 'neither true nor false', { 'force-new-deployment': '1' }],
  [
    'enable-execute-command',
    'neither true nor false',
    withImage({ 'enable-execute-command': 'on' }),
  ],
  ['propagate-tags', 'SERVICE, TASK_DEFINITION, NONE', withImage({ 'propagate-tags': 'service' })],
  ['propagate-tags', 'SERVICE, TASK_DEFINITION, NONE', withImage({ 'propagate-tags': 'TASKDEF' })],
  ['capacity-provider-strategy', '', withImage({ 'capacity-provider-strategy': '{a: [}' })],
  [
    'capacity-provider-strategy',
    '',
    withImage({ 'capacity-provider-strategy': '- { provider: FARGATE }' }),
  ],
  [
    'capacity-provider-strategy',
    '',
    withImage({ 'capacity-provider-strategy': '- { capacity-provider: FARGATE, weight: heavy }' }),
  ],
  ['health-check-grace-period', '90s', withImage({ 'health-check-grace-period': '30' })],
  ['health-check-grace-period', '24d', withImage({ 'health-check-grace-period': '90d' })],
  ['strategy', 'keep, rolling', withImage({ strategy: 'blue-grene' })],
  ['strategy', 'keep, rolling', withImage({ strategy: 'ROLLING' })],
  ['minimum-healthy-percent', '100', withImage({ 'minimum-healthy-percent': '101' })],
  ['minimum-healthy-percent', 'whole number', withImage({ 'minimum-healthy-percent': '50%' })],
  ['maximum-percent', '100', withImage({ 'maximum-percent': '99' })],
  ['maximum-percent', '200', withImage({ 'maximum-percent': '201' })],
  [
    'maximum-percent',
    'no room to replace a task',
    withImage({ 'minimum-healthy-percent': '100', 'maximum-percent': '100' }),
  ],
  ['circuit-breaker', 'rollback, stop, off', withImage({ 'circuit-breaker': 'true' })],
  ['circuit-breaker', 'rollback, stop, off', withImage({ 'circuit-breaker': 'rolback' })],
  ['preflight', 'error, strict, warn, off', withImage({ preflight: 'none' })],
  ['preflight', 'error, strict, warn, off', withImage({ preflight: 'false' })],
  ['registry-password', 'user and password together', withImage({ 'registry-username': 'u' })],
  [
    'registry-username',
    'user and password together',
    withImage({ 'registry-password': 'canary-password-1' }),
  ],
  ['registry-username', 'is required with registry', withImage({ registry: 'ghcr.io' })],
  ['skip-unchanged', 'neither true nor false', withImage({ 'skip-unchanged': 'never' })],
  ['in-flight', 'supersede, wait, fail', withImage({ 'in-flight': 'queue' })],
  ['in-flight', 'did you mean supersede', withImage({ 'in-flight': 'superseed' })],
  ['stale-run', 'refuse, allow', withImage({ 'stale-run': 'ignore' })],
  ['verify', 'no valid YAML', withImage({ verify: '- { url: [' })],
  ['verify.checks[0]', 'url, service, target-group', withImage({ verify: '- { ulr: http://x/ }' })],
  ['verify.checks[0].url', 'http://', withImage({ verify: '- { url: api.example.com }' })],
  [
    'verify',
    'cannot go with wait: false',
    withImage({ verify: '- { url: http://x/ }', wait: 'false' }),
  ],
  ['wait', 'neither true nor false', withImage({ wait: 'no' })],
  ['timeout', 'auto', withImage({ timeout: '30' })],
  ['timeout', '10s', withImage({ timeout: '5s' })],
  ['timeout', '7d', withImage({ timeout: '8d' })],
  ['timeout', 'auto', withImage({ timeout: 'automatic' })],
  ['fail-fast', 'neither true nor false', withImage({ 'fail-fast': 'fast' })],
  ['on-failure', 'did you mean rollback', withImage({ 'on-failure': 'rolback' })],
  ['on-failure', 'rollback, leave', withImage({ 'on-failure': 'ignore' })],
  ['on-cancel', 'leave, rollback', withImage({ 'on-cancel': 'stop' })],
  ['dry-run', 'neither true nor false', withImage({ 'dry-run': 'True!' })],
  ['aws-region', '', withImage({ 'aws-region': 'us east 1' })],
  ['aws-region', '', withImage({ 'aws-region': 'us-east-1a' })],
]

describe('an input that is wrong', () => {
  it.each(rows)('is one clear error before any call: %s (%s) %j', async (path, says, inputs) => {
    const run = await deploy(inputs)
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    expect(run.errors).toHaveLength(1)
    const message = run.errors[0]?.message.toLowerCase() ?? ''
    expect(message).toContain(path.toLowerCase())
    expect(message).toContain(says.toLowerCase())
    expect(message).not.toContain('canary')
    expect(run.simulator.requests).toEqual([])
    expect(run.seconds).toBe(0)
  })
})

it('knows sixty ways to be wrong', () => {
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBeGreaterThanOrEqual(60)
})
