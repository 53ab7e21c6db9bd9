import { describe, expect, it } from 'vitest'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { changes } from '../../../test/support/run-in-world.ts'
import { apiDefinition, apiWorld, digestOf, images } from './api.world.ts'
import { deploy } from './deploy.ts'

describe('a healthy image', () => {
  it('is deployed: green, with the digest that runs', async () => {
    const run = await deploy({ image: images.healthy })
    expect(run).toMatchObject({ exitCode: 0, errors: [], outputs: { outcome: 'deployed' } })
    expect(JSON.parse(run.outputs['image-digests'] ?? '')).toEqual({ api: digestOf('healthy') })
    expect(run.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
    expect(run.outputs['previous-task-definition-arn']).toMatch(/task-definition\/api:1$/)
    expect(run.outputs['service-deployment-arn']).toContain(':service-deployment/shop/api/')
    expect(run.outputs['deployment-url']).toMatch(
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/ecs\/v2\/clusters\/shop\/services\/api/,
    )
    expect(run.summary).toContain('```mermaid\ngantt')
  })

  it('named by its digest is proven by that digest', async () => {
    const byDigest = `${images.healthy.replace(/:healthy$/, '')}@${digestOf('healthy')}`
    const run = await deploy({ image: byDigest })
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'image-digests': JSON.stringify({ api: digestOf('healthy') }),
    })
  })

  it('comes from a file, a family, a revision or an ARN', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deploy-ecs-'))
    const file = join(folder, 'task.json')
    await writeFile(file, JSON.stringify(apiDefinition(images.healthy)))
    const world: World = {
      ...apiWorld(),
      taskDefinitions: [apiDefinition(images.running), apiDefinition(images.healthy)],
    }
    const service = { ...world.clusters?.[0]?.services?.[0], taskDefinition: 'api:1' }
    const two: World = { ...world, clusters: [{ name: 'shop', services: [service] }] }
    const arn = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:2'
    for (const definition of [file, 'api', 'api:2', arn]) {
      const run = await deploy({ 'task-definition': definition, pin: 'off' }, two)
      expect(run.outputs).toMatchObject({ outcome: 'deployed', 'task-definition-arn': arn })
      expect(changes(run.simulator)).toEqual(['UpdateService'])
    }
  })

  it('is only planned in a dry run', async () => {
    const run = await deploy({ image: images.healthy, 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned' } })
    expect(changes(run.simulator)).toEqual([])
  })

  it('is only started without wait', async () => {
    const run = await deploy({ image: images.healthy, wait: 'false' })
    expect(run.outputs).toMatchObject({ outcome: 'started' })
    expect(run.seconds).toBeLessThan(35)
  })

  it('that runs already changes nothing', async () => {
    const run = await deploy({ image: images.running, pin: 'off' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } })
    expect(run.warnings.join()).toContain('is named by a tag')
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(2)
  })

  it('that runs already is deployed again when that is asked for', async () => {
    const run = await deploy({ 'force-new-deployment': 'true' })
    expect(run.outputs).toMatchObject({ outcome: 'deployed' })
    expect(changes(run.simulator)).toEqual(['UpdateService'])
  })

  it('at a desired count of 0 is unproven, with a warning', async () => {
    const run = await deploy({ image: images.healthy }, apiWorld({ desiredCount: 0 }))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
    expect(run.warnings.join()).toContain('desired count')
    expect(run.seconds).toBeLessThan(20)
  })

  it('that runs already at a desired count of 0 is unproven as well', async () => {
    const run = await deploy({ image: images.running, pin: 'off' }, apiWorld({ desiredCount: 0 }))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
    expect(run.warnings.join()).toContain('desired count')
  })

  it('starts from what last succeeded, not from the latest revision, which may be the one that failed', async () => {
    const failed = await deploy({ image: images.healthy }, poisonedWorld())
    expect(failed.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-task-definition-arn': api(1),
    })
    expect(
      failed.simulator.requests.find(({ operation }) => operation === 'RegisterTaskDefinition'),
    ).toMatchObject({
      input: { containerDefinitions: [{ environment: [{ name: 'API_PASSWORD' }] }] },
    })
  })
})

const api = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/api:${revision}`

/** A world in which somebody else's deployment of api:2 has failed and was rolled back. */
function poisonedWorld(): World {
  const poisoned = apiDefinition(images.crashing)
  const [container] = poisoned.containerDefinitions
  const withoutEnvironment = {
    ...poisoned,
    containerDefinitions: [{ ...container, environment: [] }],
  }
  const world = apiWorld()
  const service = { ...world.clusters?.[0]?.services?.[0], taskDefinition: 'api:1' }
  return {
    ...world,
    taskDefinitions: [apiDefinition(images.running), withoutEnvironment],
    clusters: [{ name: 'shop', services: [service] }],
  }
}
