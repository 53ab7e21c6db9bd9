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
})
