import { BatchGetImageCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr'
import { UpdateServiceCommand, type ECSClient } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { Simulator } from '../src/index.ts'
import { arbiterWorld, taskDefinition } from './arbiter-world.ts'
import { deployTag, describeTasks, imagesOf, target, untilEnded } from './deploying.ts'
import { clientOptions, inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

/** Moves the tag that the service runs to another image; returns the digest of that. */
async function moveTag(simulator: Simulator): Promise<string | undefined> {
  const ecr = new ECRClient(clientOptions(simulator))
  const repositoryName = 'arbiter-ai/backend'
  const imageIds = [{ imageTag: '1.5.0' }]
  const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
  const { imageManifest, imageId } = images?.[0] ?? {}
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: '1.4.0' }))
  ecr.destroy()
  return imageId?.imageDigest
}

async function runningDigests(ecs: ECSClient): Promise<ReadonlySet<string | undefined>> {
  const tasks = await describeTasks(ecs, 'RUNNING')
  return new Set(tasks.map(({ containers }) => containers?.[0]?.imageDigest))
}

async function scale(ecs: ECSClient, desiredCount: number): Promise<void> {
  await ecs.send(new UpdateServiceCommand({ ...target, desiredCount }))
  await sleepSeconds(120)
}

describe('A tag that is moved while a service runs', () => {
  it('means the old image to the deployment that has looked it up, the new one to the next', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs, simulator }) => {
      const before = await runningDigests(ecs)
      const moved = await moveTag(simulator)
      await scale(ecs, 3)
      expect(await runningDigests(ecs)).toEqual(before)
      const deployment = await untilEnded(ecs, await deployTag(ecs, '1.4.0', { desiredCount: 1 }))
      expect(await runningDigests(ecs)).toEqual(new Set([moved]))
      const revision = deployment.targetServiceRevision?.arn
      expect(await imagesOf(ecs, revision)).toMatchObject([{ imageDigest: moved }])
    }))

  it('means the new image to new tasks of a container without version consistency', () => {
    const definition = taskDefinition()
    const containerDefinitions = definition.containerDefinitions.map((container) => ({
      ...container,
      versionConsistency: 'disabled',
    }))
    const world = { taskDefinitions: [{ ...definition, containerDefinitions }] }
    return inVirtualTime(arbiterWorld({}, world), async ({ ecs, simulator }) => {
      const before = await runningDigests(ecs)
      const moved = await moveTag(simulator)
      await scale(ecs, 2)
      expect(await runningDigests(ecs)).toEqual(new Set([...before, moved]))
    })
  })
})
