import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction, type Step } from '../bundle/run-action.ts'
import { awsEnvironment, callAws } from './aws-endpoint.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'

const moto = findProgram('moto_server')
const skipped = skipReason('render-task-def and deploy-ecs against moto', {
  "moto_server on PATH (pip install 'moto[server]')": moto !== undefined,
})

const definition = {
  family: 'shop-api',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'api', image: 'registry.example.com/api:1', essential: true }],
}

describe.skipIf(skipped !== undefined)('the bundles against moto', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moto-test-'))
  const file = join(folder, 'definition.json')
  let server: Server

  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(definition))
    server = await startServer({
      program: moto ?? '',
      args: (port) => ['--port', String(port)],
      environment: () => ({}),
      path: '/moto-api/data.json',
    })
    await callAws(server.url, ['ecs', 'RegisterTaskDefinition'], definition)
    await callAws(server.url, ['ecs', 'CreateCluster'], { clusterName: 'shop' })
  })

  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('render a family that is registered, with another image', async () => {
    const step = await render({ family: 'shop-api', image: 'registry.example.com/api:2' })
    expect(step.log).not.toContain('::error')
    expect(step.outputs).toMatchObject({ outcome: 'rendered', family: 'shop-api', changed: 'true' })
    expect(imageRendered()).toBe('registry.example.com/api:2')
  })

  it('render a file, and see that its family has another image', async () => {
    const step = await render({ 'task-definition': file, image: 'registry.example.com/api:3' })
    expect(step.outputs).toMatchObject({ outcome: 'rendered', changed: 'true' })
    expect(imageRendered()).toBe('registry.example.com/api:3')
  })

  it('render a file, and see that its family is the same', async () => {
    const step = await render({ 'task-definition': file })
    expect(step.outputs).toMatchObject({ outcome: 'rendered', changed: 'false' })
  })

  it.for([
    ['a family that is not there', { family: 'nobody' }, 'nobody'],
    ['a service that is not there', { cluster: 'shop', service: 'ghost' }, 'ghost'],
    ['a cluster that is not there', { cluster: 'nowhere', service: 'api' }, 'nowhere'],
  ] as const)('refuse %s, by its name', async ([, inputs, name]) => {
    const step = await render(inputs)
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(errorsOf(step)).toHaveLength(1)
    expect(errorsOf(step)[0]).toContain(name)
  })

  it('refuse to deploy to a service that is not there, at once', async () => {
    const inputs = { cluster: 'shop', service: 'ghost', 'task-definition': file }
    const step = await runAction('deploy-ecs', inputs, { environment: awsEnvironment(server.url) })
    expect(step.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(errorsOf(step)[0]).toContain('ghost')
  })

  // Moto lists no service deployments: to learn that takes all the retries of a failing call.
  it('plan a deployment to a service, and say what could not be checked', async () => {
    await callAws(server.url, ['ecs', 'CreateService'], {
      cluster: 'shop',
      serviceName: 'api',
      taskDefinition: 'shop-api',
      desiredCount: 1,
      launchType: 'FARGATE',
    })
    const changed = join(folder, 'changed.json')
    writeFileSync(changed, JSON.stringify({ ...definition, cpu: '512', memory: '1024' }))
    const step = await runAction(
      'deploy-ecs',
      {
        cluster: 'shop',
        service: 'api',
        'task-definition': changed,
        'dry-run': 'true',
        preflight: 'warn',
      },
      { environment: awsEnvironment(server.url) },
    )
    expect(errorsOf(step)).toEqual([])
    expect(step.outputs).toMatchObject({ outcome: 'planned' })
    expect(step.log).toContain('Not checked: ')
    expect(step.log).toContain('Deploy a new revision of shop-api to api; it runs shop-api:1 now.')
  }, 240_000)

  function render(inputs: Readonly<Record<string, string>>): Promise<Step> {
    return runAction(
      'render-task-def',
      { ...inputs, 'output-file': join(folder, 'rendered.json') },
      { environment: awsEnvironment(server.url) },
    )
  }

  function imageRendered(): string | undefined {
    // What the bundle wrote is a definition, as the family and its one container show.
    const rendered = JSON.parse(
      readFileSync(join(folder, 'rendered.json'), 'utf8'),
    ) as typeof definition
    return rendered.containerDefinitions[0]?.image
  }
})

function errorsOf({ log }: Step): string[] {
  return log.split('\n').filter((line) => line.startsWith('::error'))
}
