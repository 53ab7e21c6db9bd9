import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { appWorld, firstVersion, syncAlso, syncIn, wait } from './in-flow.ts'

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
const image = 'docker.io/shop/api:1'

/** Services by name, with what their containers refer to. */
const references: Readonly<Record<string, string>> = {
  'by-arn': `${arn}:A::`,
  'by-name': arn.slice(0, -7),
  whole: arn,
  current: `${arn}:A:AWSCURRENT:`,
  previous: `${arn}:A:AWSPREVIOUS:`,
  pinned: `${arn}:A::${firstVersion}`,
  other: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:other-AbCdEf:A::',
  parameter: '/app/A',
}

function world(more: Partial<World> = {}): World {
  const families = Object.keys(references)
  return appWorld(
    { A: 'old' },
    {
      arn,
      versions: [
        {
          versionId: 'before-123456789abcdef0123456789ab',
          value: { A: 'x' },
          stages: ['AWSPREVIOUS'],
        },
      ],
    },
    {
      secrets: [{ name: 'other', value: { A: 'x' }, arn: references['other']?.slice(0, -4) ?? '' }],
      parameters: [{ name: '/app/A', value: 'x' }],
      images: [{ repository: 'docker.io/shop/api', tags: ['1'] }],
      taskDefinitions: [...families, 'none'].map((family) => ({
        family,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'api',
            image,
            ...(family !== 'none' && {
              secrets: [{ name: 'A', valueFrom: references[family] ?? '' }],
            }),
          },
        ],
      })),
      clusters: [
        {
          name: 'shop',
          services: [...families, 'none'].map((family) => ({
            serviceName: family,
            taskDefinition: family,
            desiredCount: 1,
            launchType: 'FARGATE',
            networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
          })),
        },
      ],
      ...more,
    },
  )
}

const readers = ['by-arn', 'by-name', 'current', 'whole']

describe('the services of a cluster', () => {
  it('that run with an older version of what was just written are named, and no others', async () => {
    const run = await syncIn(world(), { 'secret-id': 'app', values: 'A=new', cluster: 'shop' })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.outputs['outdated-services']).toBe(JSON.stringify(readers))
    expect(run.warnings.join('\n')).toContain(readers.join(', '))
    for (const name of readers) expect(run.summary).toContain(`\`${name}\``)
  })

  it('that started after the current version was written are not', async () => {
    const inputs = { 'secret-id': 'app', values: 'A=old', cluster: 'shop' }
    const run = await syncIn(world(), inputs, {
      async before() {
        await syncAlso({ 'secret-id': 'app', values: 'A=new' })
        await syncAlso({ 'secret-id': 'app', values: 'A=old' })
        const ecs = new ECSClient({})
        const service = { cluster: 'shop', service: 'by-arn', forceNewDeployment: true }
        await ecs.send(new UpdateServiceCommand(service))
        ecs.destroy()
        await wait(600)
      },
    })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(run.outputs['outdated-services']).toBe(JSON.stringify(readers.slice(1)))
  })

  it('are looked at by check as well', async () => {
    const run = await syncIn(world(), {
      'secret-id': 'app',
      mode: 'check',
      schema: 'A: {}',
      cluster: 'shop',
    })
    expect(run.outputs).toMatchObject({ outcome: 'checked', 'outdated-services': '[]' })
    expect(run.summary).toContain('No service of the cluster runs with an older version.')
  })

  it.each([
    'ecs:ListServices',
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'ecs:ListTasks',
    'ecs:DescribeTasks',
  ])('are not checked without %s, which fails nothing', async (action) => {
    const allowed = { Effect: 'Allow', NotAction: action, Resource: '*' }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [allowed] }] }
    const inputs = { 'secret-id': 'app', values: 'A=new', cluster: 'shop' }
    const run = await syncIn(world({ caller }), inputs)
    expect(run.outputs['outcome']).toBe('written')
    expect(run.outputs).not.toHaveProperty('outdated-services')
    expect(run.log.join('\n')).toContain(`not checked, needs ${action}`)
    expect(run.summary).toContain('not checked')
  })

  it('of a cluster that is not there are not checked, which is a warning', async () => {
    const run = await syncIn(world(), { 'secret-id': 'app', values: 'A=new', cluster: 'none' })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.warnings.join('\n')).toContain('not checked, there is no cluster none')
    expect(run.summary).toContain('there is no cluster none')
  })
})
