import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { callAws } from '../../../test/real/aws-endpoint.ts'
import { runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { refusal, renderIn } from './in-flow.ts'

const image = 'ghcr.io/owner/api:1'
const container = { name: 'api', image, memory: 128 }
const world: World = {
  images: [{ repository: 'ghcr.io/owner/api', tags: ['1'] }],
  taskDefinitions: [
    {
      family: 'api',
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: [container],
    },
  ],
  clusters: [{ name: 'shop' }],
}

async function startService({ url }: Simulator): Promise<void> {
  await callAws(url, ['ecs', 'CreateService'], {
    cluster: 'shop',
    serviceName: 'api',
    taskDefinition: 'api',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  })
}

describe('a service of which no deployment has succeeded yet', () => {
  it('has no definition to start from, which is said with what to do', async () => {
    const run = await runInWorld({ contract, main }, world, {
      inputs: { cluster: 'shop', service: 'api' },
      before: startService,
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(refusal(run)).toMatch(
      /no deployment of api in shop has succeeded yet.*task-definition or family/s,
    )
  })
})

describe('what differs from the latest revision', () => {
  it('shows no secret of an option, a label or a command', async () => {
    const secretive = {
      ...container,
      command: ['serve', '--api-key=canary-51aa', 'redis://:canary-52bb@host'],
      dockerLabels: { 'auth.token': 'canary-53cc', team: 'a' },
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-token': 'canary-54dd', 'splunk-url': 'https://splunk' },
      },
    }
    const given = { family: 'api', containerDefinitions: [secretive] }
    const run = await renderIn(world, given, { pin: 'off', preflight: 'off' })
    expect(run.outputs['diff']).toContain('"splunk-token": "*** (after)"')
    expect(run.everything).not.toContain('canary')
  })

  it('shows a secret of a command nowhere else either', async () => {
    const tagged = { ...container, image: 'ghcr.io/owner/api:canary-61aa' }
    const command = ['serve', '--api-key', 'canary-61aa']
    const given = { family: 'api', containerDefinitions: [{ ...tagged, command }] }
    const run = await renderIn(world, given, { pin: 'off', preflight: 'off' })
    expect(run.warnings.join()).toContain('ghcr.io/owner/api:***')
    expect(run.everything).not.toContain('canary')
  })

  it('shows no value that Terraform calls sensitive, wherever in a text it stands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sensitive-'))
    const outputs = join(folder, 'outputs.json')
    const value = 'canary"quoted'
    await writeFile(outputs, JSON.stringify({ key: { value, sensitive: true } }))
    const run = await renderIn(
      world,
      { family: 'api', containerDefinitions: [container] },
      {
        ...{ pin: 'off', preflight: 'off', 'terraform-outputs': outputs },
        environment: 'A=/a/${tf.key}/b\nB=x:${tf.key}@y\nC=${tf.key}',
      },
    )
    expect(run.outputs['diff']).toContain('"value": "/a/***/b"')
    expect(run.outputs['diff']).toContain('"value": "x:***@y"')
    expect(run.everything).not.toContain('canary')
  })
})

describe('the rendered file', () => {
  it('is for its owner only, also where it is there already', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rendered-'))
    const path = join(folder, 'task.json')
    await writeFile(path, 'x'.repeat(10_000), { mode: 0o644 })
    const given = { family: 'api', containerDefinitions: [container] }
    const inputs = { pin: 'off', preflight: 'off', 'output-file': path }
    expect((await renderIn(world, given, inputs)).exitCode).toBe(0)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ family: 'api' })
  })
})

describe('a definition that is refused', () => {
  it('has one thing said of an image that does not exist, and no advice on the rest', async () => {
    const given = { family: 'api', containerDefinitions: [{ ...container, image: `${image}2` }] }
    const run = await renderIn(world, given)
    expect(refusal(run)).toMatch(/^image: /)
    expect(run.warnings).toEqual([])
  })
})
