import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
} from '@aws-sdk/client-ecs'

const commands = {
  DescribeServices: () => new DescribeServicesCommand({ cluster: 'shop', services: ['api'] }),
  DescribeTaskDefinition: () => new DescribeTaskDefinitionCommand({ taskDefinition: 'api' }),
}

/** The least that a program can do with ECS: one call, and to print what came of it. */
export async function start(operation) {
  const ecs = new ECSClient()
  try {
    console.log(await ecs.send(commands[operation]()))
  } catch (error) {
    console.log(String(error))
  } finally {
    ecs.destroy()
  }
}
