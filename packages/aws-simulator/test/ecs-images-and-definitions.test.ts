import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  DescribeServicesCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld, repository, taskDefinition } from './arbiter-world.ts'
import { describeService, describeTasks, target } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

describe('A definition that was deregistered', () => {
  const inactive = { name: 'ClientException', message: 'TaskDefinition is inactive' }

  it('is still described, as INACTIVE, but cannot be deployed', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const { taskDefinition: added } = await ecs.send(
        new RegisterTaskDefinitionCommand(taskDefinition()),
      )
      const reference = { taskDefinition: added?.taskDefinitionArn }
      await ecs.send(new DeregisterTaskDefinitionCommand(reference))
      const update = new UpdateServiceCommand({ ...target, ...reference })
      await expect(ecs.send(update)).rejects.toMatchObject(inactive)
      const described = await ecs.send(new DescribeTaskDefinitionCommand(reference))
      expect(described.taskDefinition).toMatchObject({
        status: 'INACTIVE',
        deregisteredAt: new Date(Date.now()),
      })
    }))

  it('can be scaled by the service that has it, but not deployed again', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const { taskDefinition: deployed } = await describeService(ecs)
      await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: deployed }))
      const force = { ...target, desiredCount: 3, forceNewDeployment: true }
      await expect(ecs.send(new UpdateServiceCommand(force))).rejects.toMatchObject(inactive)
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 1 })
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 2 }))
      await sleepSeconds(60)
      expect(await describeService(ecs)).toMatchObject({ runningCount: 2 })
    }))
})

describe('The digest of an image', () => {
  it('can stand in a task definition instead of its tag', () => {
    const digest = `sha256:${'ab'.repeat(32)}`
    const world = arbiterWorld()
    const images = [{ repository, digest }]
    const taskDefinitions = [taskDefinition(`${repository}@${digest}`)]
    return inVirtualTime({ ...world, images, taskDefinitions }, async ({ ecs }) => {
      const { services } = await ecs.send(
        new DescribeServicesCommand({ cluster: 'arbiter-ai', services: ['backend'] }),
      )
      expect(services?.[0]?.runningCount).toBe(1)
    })
  })

  it('is the one that references name, also where another is served', () => {
    const digest = `sha256:${'ab'.repeat(32)}`
    const servesDigest = `sha256:${'cd'.repeat(32)}`
    const images = [{ repository, digest, servesDigest }]
    const taskDefinitions = [taskDefinition(`${repository}@${digest}`)]
    return inVirtualTime(arbiterWorld({}, { images, taskDefinitions }), async ({ ecs }) => {
      const [task] = await describeTasks(ecs, 'RUNNING')
      expect(task?.containers).toMatchObject([
        { image: `${repository}@${digest}`, imageDigest: servesDigest },
      ])
    })
  })
})
