import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServiceCommand,
  ListOperationsCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  PauseServiceCommand,
  ResumeServiceCommand,
  StartDeploymentCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
  paginateListOperations,
  type AppRunnerClient,
} from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import { sleepSeconds } from './in-virtual-time.ts'
import {
  answers,
  ask,
  chatbot,
  chatbotWorld,
  describeService,
  instanceRole,
  operationsOf,
  patientCheck,
  repository,
  serviceArn,
  serviceHost,
  sourceOf,
  untilEnded,
  updateTo,
  withAppRunner,
} from './chatbot-world.ts'

const ServiceArn = serviceArn
const inProgress = { Status: 'OPERATION_IN_PROGRESS' }

async function pause(appRunner: AppRunnerClient): Promise<void> {
  await appRunner.send(new PauseServiceCommand({ ServiceArn }))
  expect(await untilEnded(appRunner)).toMatchObject({ Type: 'PAUSE_SERVICE', Status: 'SUCCEEDED' })
}

describe('A service', () => {
  it('is described with every default decided', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const described = await describeService(appRunner)
      expect(described).toMatchObject({
        ServiceName: 'chatbot',
        ServiceUrl: serviceHost,
        Status: 'RUNNING',
        InstanceConfiguration: { Cpu: '1024', Memory: '2048', InstanceRoleArn: instanceRole },
        HealthCheckConfiguration: patientCheck,
        NetworkConfiguration: {
          EgressConfiguration: { EgressType: 'DEFAULT' },
          IngressConfiguration: { IsPubliclyAccessible: true },
          IpAddressType: 'IPV4',
        },
        ObservabilityConfiguration: { ObservabilityEnabled: false },
        AutoScalingConfigurationSummary: {
          AutoScalingConfigurationName: 'DefaultConfiguration',
          AutoScalingConfigurationRevision: 1,
        },
      })
    }))

  it('watches its tag unless it is told not to, if the image is of its own account', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const { AutoDeploymentsEnabled: _, ...source } = sourceOf('v1')
      const { ImageRepository } = source
      const other = { ...ImageRepository, ImageIdentifier: repository.replace('1234', '9999') }
      const watching = async (ServiceName: string, image: typeof ImageRepository) => {
        const SourceConfiguration = { ...source, ImageRepository: image }
        const create = new CreateServiceCommand({ ...chatbot(), ServiceName, SourceConfiguration })
        const { Service } = await appRunner.send(create)
        return Service?.SourceConfiguration?.AutoDeploymentsEnabled
      }
      expect(await watching('own-account', ImageRepository)).toBe(true)
      // The type of the first is that of a literal.
      expect(await watching('other-account', other as typeof ImageRepository)).toBe(false)
    }))

  it('is listed until it is deleted, then described only, and its name is free again', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const list = async () =>
        (await appRunner.send(new ListServicesCommand({}))).ServiceSummaryList?.map(
          (one) => one.ServiceName,
        )
      expect(await list()).toEqual(['chatbot'])
      await appRunner.send(new DeleteServiceCommand({ ServiceArn }))
      expect(await untilEnded(appRunner)).toMatchObject({ Type: 'DELETE_SERVICE' })
      expect(await describeService(appRunner)).toMatchObject({ Status: 'DELETED' })
      expect(await list()).toEqual([])
      const { Service } = await appRunner.send(new CreateServiceCommand(chatbot()))
      expect(Service?.ServiceArn).not.toBe(serviceArn)
    }))

  it('keeps its tags apart from its settings', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const ResourceArn = serviceArn
      const Tags = [
        { Key: 'team', Value: 'chat' },
        { Key: 'run', Value: '1' },
      ]
      await appRunner.send(new TagResourceCommand({ ResourceArn, Tags }))
      const again = [{ Key: 'run', Value: '2' }]
      await appRunner.send(new TagResourceCommand({ ResourceArn, Tags: again }))
      await appRunner.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team'] }))
      const listed = await appRunner.send(new ListTagsForResourceCommand({ ResourceArn }))
      expect(listed.Tags).toEqual(again)
    }))
})

describe('UpdateService', () => {
  const settings = { RuntimeEnvironmentVariables: { OTHER: '1' } }

  it('replaces the structures that it gives as a whole, and keeps the others', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      await updateTo(appRunner, 'v1', { SourceConfiguration: sourceOf('v1', settings) })
      const after = await describeService(appRunner)
      const image = after?.SourceConfiguration?.ImageRepository?.ImageConfiguration
      expect(image).toEqual({ Port: '3000', ...settings })
      expect(after?.HealthCheckConfiguration).toEqual(patientCheck)
      expect(after?.InstanceConfiguration?.InstanceRoleArn).toBe(instanceRole)
    }))

  it('clears the environment of an image that is given without settings', () =>
    withAppRunner(chatbotWorld({ v2: { ...answers('v2'), port: 8080 } }), async ({ appRunner }) => {
      const { ImageRepository, ...source } = sourceOf('v2')
      const { ImageConfiguration: _, ...image } = ImageRepository
      const SourceConfiguration = { ...source, ImageRepository: image }
      const ended = await updateTo(appRunner, 'v2', { SourceConfiguration })
      expect(ended.Status).toBe('SUCCEEDED')
      const after = await describeService(appRunner)
      expect(after?.SourceConfiguration?.ImageRepository).toEqual(image)
    }))

  it('has defaults for what a given structure leaves out', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const InstanceConfiguration = { Cpu: '2 vCPU', Memory: '4 GB' }
      await updateTo(appRunner, 'v1', { InstanceConfiguration })
      const after = await describeService(appRunner)
      expect(after?.InstanceConfiguration).toEqual({ Cpu: '2048', Memory: '4096' })
    }))

  it('changes the settings of a paused service, which stays paused', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      await pause(appRunner)
      const ended = await updateTo(appRunner, 'v1', {
        SourceConfiguration: sourceOf('v1', settings),
      })
      expect(ended.Status).toBe('SUCCEEDED')
      expect(await describeService(appRunner)).toMatchObject({ Status: 'PAUSED' })
    }))
})

describe('While an operation is under way', () => {
  it('no other is begun, and what was asked for is not done', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      await appRunner.send(new StartDeploymentCommand({ ServiceArn }))
      const state = { name: 'InvalidStateException' }
      await expect(
        appRunner.send(new UpdateServiceCommand({ ServiceArn, HealthCheckConfiguration: {} })),
      ).rejects.toMatchObject({
        ...state,
        message: 'Service cannot be updated in the current state: OPERATION_IN_PROGRESS.',
      })
      const refused = [
        () => appRunner.send(new PauseServiceCommand({ ServiceArn })),
        () => appRunner.send(new ResumeServiceCommand({ ServiceArn })),
        () => appRunner.send(new DeleteServiceCommand({ ServiceArn })),
      ]
      for (const send of refused) await expect(send()).rejects.toMatchObject(state)
      await expect(
        appRunner.send(new StartDeploymentCommand({ ServiceArn })),
      ).rejects.toMatchObject({
        name: 'InvalidRequestException',
        message:
          "Can't start a deployment on the specified service, because it isn't in RUNNING state",
      })
      expect(await describeService(appRunner)).toMatchObject({
        ...inProgress,
        HealthCheckConfiguration: patientCheck,
      })
      expect(await operationsOf(appRunner)).toHaveLength(2)
    }))
})

describe('A paused service', () => {
  it('answers nothing, cannot be deployed, and runs its old version when it is resumed', () => {
    const world = chatbotWorld()
    const moved = {
      repository,
      tags: ['v1'],
      behaviour: answers('moved'),
      pushed: { after: '10s', since: { operation: 'PauseService' } },
    }
    return withAppRunner({ ...world, images: [...(world.images ?? []), moved] }, async (scene) => {
      const { appRunner } = scene
      await pause(appRunner)
      expect((await ask(scene)).status).toBe(503)
      await expect(
        appRunner.send(new StartDeploymentCommand({ ServiceArn })),
      ).rejects.toMatchObject({ name: 'InvalidRequestException' })
      await appRunner.send(new ResumeServiceCommand({ ServiceArn }))
      expect(await untilEnded(appRunner)).toMatchObject({
        Type: 'RESUME_SERVICE',
        Status: 'SUCCEEDED',
      })
      expect((await ask(scene)).body).toBe('v1')
    })
  })
})

describe('ListOperations', () => {
  it('answers the newest first, and the rest on further pages', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      await pause(appRunner)
      await appRunner.send(new ResumeServiceCommand({ ServiceArn }))
      await sleepSeconds(1)
      const types: (string | undefined)[][] = []
      const pages = paginateListOperations({ client: appRunner, pageSize: 2 }, { ServiceArn })
      for await (const { OperationSummaryList = [] } of pages) {
        types.push(OperationSummaryList.map(({ Type }) => Type))
      }
      expect(types).toEqual([['RESUME_SERVICE', 'PAUSE_SERVICE'], ['CREATE_SERVICE']])
    }))

  it.each([0, 21])('has no pages of %i', (MaxResults) =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const list = new ListOperationsCommand({ ServiceArn, MaxResults })
      await expect(appRunner.send(list)).rejects.toMatchObject({ name: 'InvalidRequestException' })
    }),
  )
})

describe('What is not there', () => {
  it('is not found', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const missing = { ServiceArn: serviceArn.replace('chatbot', 'other') }
      await expect(appRunner.send(new DescribeServiceCommand(missing))).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
      await expect(appRunner.send(new StartDeploymentCommand(missing))).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
    }))
})

describe('An account', () => {
  const create = new CreateServiceCommand({ ...chatbot(), ServiceName: 'another' })

  it('has no more services than its quota', () =>
    withAppRunner(chatbotWorld({}, { appRunner: { serviceQuota: 1 } }), async ({ appRunner }) => {
      const name = 'ServiceQuotaExceededException'
      await expect(appRunner.send(create)).rejects.toMatchObject({ name })
      await appRunner.send(new DeleteServiceCommand({ ServiceArn }))
      await untilEnded(appRunner)
      await appRunner.send(create)
    }))
})
