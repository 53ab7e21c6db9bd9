import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { beforeAll, describe, expect, it } from 'vitest'
import { changes, runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'

const written = {
  family: 'api',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    {
      name: 'api',
      image: `${registry}/api:1`,
      command: ['sh', '-c', ''],
      environment: [{ name: 'LEVEL', value: 'info' }],
    },
    { name: 'sidecar', image: 'docker.io/library/envoy:2', essential: false, dockerLabels: {} },
  ],
}

const world: World = {
  images: [
    { repository: `${registry}/api`, tags: ['1', '2'] },
    { repository: 'docker.io/library/envoy', tags: ['2', '3'] },
  ],
  secrets: [{ name: 'api', arn: secretArn, value: { TOKEN: 'canary-2f6b', L: 'x' } }],
  parameters: [{ name: '/ssm/t', value: 'x' }],
  taskDefinitions: [written],
  clusters: [
    {
      name: 'shop',
      services: [
        {
          serviceName: 'api',
          taskDefinition: 'api',
          desiredCount: 0,
          launchType: 'FARGATE',
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        },
      ],
    },
  ],
}

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'render-task-def-'))
  file = join(folder, 'task.json')
  await writeFile(file, JSON.stringify(written))
})

function render(inputs: Record<string, string>): Promise<WorldRun> {
  const outputFile = join(folder, `out-${Math.random().toString(36).slice(2)}.json`)
  return runInWorld({ contract, main }, world, { inputs: { 'output-file': outputFile, ...inputs } })
}

async function rendered(run: WorldRun): Promise<typeof written> {
  return JSON.parse(await readFile(run.outputs['task-definition'] ?? '', 'utf8')) as typeof written
}

describe('rendering', () => {
  it('a file without edits writes what was read, unchanged against the latest revision', async () => {
    const run = await render({ 'task-definition': file, pin: 'off' })
    expect(run).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'rendered', family: 'api', changed: 'false', diff: '' },
    })
    expect(JSON.stringify(await rendered(run))).toBe(JSON.stringify(written))
    expect(changes(run.simulator)).toEqual([])
  })

  it.each([
    ['without any edit warns, since an image may have got lost on the way', {}, true],
    ['with an empty image warns as well', { image: '', environment: '' }, true],
    ['with an image does not', { image: `${registry}/api:2` }, false],
    ['with a variable does not', { environment: 'A=1' }, false],
    ['with a variable to be removed does not', { environment: '!LEVEL' }, false],
    ['with a secret does not', { secrets: 'T=/ssm/t' }, false],
    ['with images does not', { images: 'sidecar=docker.io/library/envoy:3' }, false],
  ])('%s', async (_, edits, warns) => {
    const run = await render({ 'task-definition': file, ...edits })
    expect(run.exitCode).toBe(0)
    expect(run.warnings.some((text) => text.includes('GitHub may have dropped'))).toBe(warns)
  })

  it('puts images, variables and secrets in', async () => {
    const run = await render({
      'task-definition': file,
      images: 'api=api:2\nsidecar=docker.io/library/envoy:3',
      pin: 'off',
      environment: 'LEVEL=\nNEW=a=b,c\nsidecar.X=1',
      secrets: `TOKEN=${secretArn}:TOKEN::`,
    })
    expect(run.outputs).toMatchObject({ changed: 'true' })
    expect((await rendered(run)).containerDefinitions).toEqual([
      {
        ...written.containerDefinitions[0],
        image: `${registry}/api:2`,
        environment: [
          { name: 'LEVEL', value: '' },
          { name: 'NEW', value: 'a=b,c' },
        ],
        secrets: [{ name: 'TOKEN', valueFrom: `${secretArn}:TOKEN::` }],
      },
      {
        ...written.containerDefinitions[1],
        image: 'docker.io/library/envoy:3',
        environment: [{ name: 'X', value: '1' }],
      },
    ])
  })

  it.each([
    ['a family', { family: 'api' }],
    ['a revision', { family: 'api:1' }],
    ['an ARN', { family: 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:1' }],
    ['what a service runs', { cluster: 'shop', service: 'api' }],
  ])('starts from %s as well', async (_, source) => {
    const run = await render({ ...source, image: `${registry}/api:2` })
    expect(run).toMatchObject({ exitCode: 0, outputs: { family: 'api', changed: 'true' } })
    expect((await rendered(run)).containerDefinitions[0]?.image).toMatch(
      /^123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/api@sha256:[0-9a-f]{64}$/,
    )
  })

  it('of what was rendered gives the same', async () => {
    const edits = { image: `${registry}/api:2`, environment: 'NEW=1\n!LEVEL' }
    const first = await render({ 'task-definition': file, ...edits })
    const second = await render({
      'task-definition': first.outputs['task-definition'] ?? '',
      ...edits,
    })
    expect(await rendered(second)).toEqual(await rendered(first))
    expect(second.outputs['hash']).toBe(first.outputs['hash'])
  })

  it('warns of a tag that can be moved, and of a secret in plain text, which it hides', async () => {
    const run = await render({
      'task-definition': file,
      environment: 'DB_PASSWORD=canary-4c1d\nURL=https://u:canary-99fa@host/',
      image: `${registry}/api:canary-4c1d`,
      pin: 'off',
      preflight: 'warn',
    })
    expect(run.warnings.join('\n')).toContain('DB_PASSWORD of api stands in plain text')
    expect(run.warnings.join('\n')).toContain('URL of api stands in plain text')
    expect(run.warnings.join('\n')).toContain('is named by a tag')
    expect(run.everything).not.toContain('canary')
  })
})

describe('a password that is an ordinary word', () => {
  const edits = {
    environment: 'DB_PASSWORD=sandbox-api\nAPI_TOKEN=canary-7e1f\nX_SECRET=production',
  }

  it('is warned of, and leaves the outputs and the log legible', async () => {
    const family = 'sandbox-api'
    const path = join(folder, 'sandbox.json')
    await writeFile(path, JSON.stringify({ ...written, family }))
    const run = await runInWorld({ contract, main }, world, {
      inputs: { 'task-definition': path, ...edits },
    })
    expect(run.outputs).toMatchObject({ outcome: 'rendered', family })
    expect((await rendered(run)).family).toBe(family)
    expect(run.outputs['task-definition']).not.toContain(family)
    expect(run.log.join('\n')).toContain(`Rendered ${family}`)
    expect(run.warnings.join('\n')).toContain('DB_PASSWORD of api stands in plain text')
    expect(run.warnings.join('\n')).toContain('X_SECRET of api stands in plain text')
    expect(run.everything).not.toContain('canary')
  })
})

describe('a definition that the inputs mend', () => {
  it('is rendered: a placeholder need not be an image', async () => {
    const path = join(folder, 'placeholder.json')
    const [api] = written.containerDefinitions
    const placeholder = { ...written, containerDefinitions: [{ ...api, image: 'put it here' }] }
    await writeFile(path, JSON.stringify(placeholder))
    const run = await render({ 'task-definition': path, image: `${registry}/api:2` })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rendered' } })
  })

  it('has what is wrong with file and inputs told at once', async () => {
    const path = join(folder, 'wrong.json')
    await writeFile(path, JSON.stringify({ ...written, memory: '8192' }))
    const run = await render({ 'task-definition': path, images: 'web=x:1' })
    expect(run.errors[0]?.message).toContain('memory does not go with cpu 256')
    expect(run.errors[0]?.message).toContain('input images.web: is no container')
    expect(run.errors[0]?.message).toContain('write docker.io/x:1')
  })
})

describe('a dry run', () => {
  it('says what would be rendered, and writes no file', async () => {
    const output = join(folder, 'not-written.json')
    const run = await render({
      'task-definition': file,
      image: `${registry}/api:2`,
      'dry-run': 'true',
      'output-file': output,
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned', changed: 'true' } })
    expect(run.outputs).not.toHaveProperty('task-definition')
    expect(run.summary).toContain('flowchart LR')
    await expect(readFile(output)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('what cannot be rendered', () => {
  it.each([
    ['no source', {}, 'no definition is named'],
    ['two sources', { 'task-definition': 'a', family: 'b' }, 'more than one definition is named'],
    [
      'a region that is none',
      { family: 'api', 'aws-region': 'us-east1' },
      'aws-region: is no name of a region',
    ],
    ['a service without cluster', { service: 'api' }, 'cluster: is required with service'],
    ['a cluster without service', { cluster: 'shop' }, 'service: is required with cluster'],
    [
      'a file that is not there',
      { 'task-definition': 'not/there.json' },
      'the file not/there.json cannot be read (ENOENT)',
    ],
    ['a family that is not there', { family: 'apo' }, 'there is no task definition apo'],
    ['a service that is not there', { cluster: 'shop', service: 'apu' }, 'there is no service apu'],
    [
      'an unknown container',
      { family: 'api', images: 'web=x:1' },
      'images.web: is no container of the definition',
    ],
    [
      'a name in both',
      { family: 'api', secrets: `LEVEL=${secretArn}:L::` },
      'has LEVEL, which environment has as well',
    ],
    ['an image with a space', { family: 'api', image: 'a b' }, 'input image:'],
    [
      'keys of no secret',
      { family: 'api', 'secret-keys': 'A' },
      'secrets-from: is required with secret-keys',
    ],
    [
      'a user without password',
      { family: 'api', 'registry-username': 'u' },
      'registry-password: is required',
    ],
    [
      'an unknown key of a container',
      { family: 'api', containers: 'api: {imag: x}' },
      'containers.api.imag: is not known (did you mean image?)',
    ],
    [
      'a permission of nobody',
      { family: 'api', 'expect-permissions': 'job=s3:GetObject' },
      'expect-permissions.job: is no role of a task',
    ],
    [
      'a line without =',
      { family: 'api', environment: 'A=1\ncanary-0b7e' },
      'environment: has no NAME= in line 2',
    ],
  ])('is told, and nothing is written: %s', async (_, inputs, message) => {
    const run = await render(inputs)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'input' } })
    expect(run.errors).toHaveLength(1)
    expect(run.errors[0]?.message).toContain(message)
    expect(run.everything).not.toContain('canary')
    expect(run.outputs).not.toHaveProperty('task-definition')
  })
})
