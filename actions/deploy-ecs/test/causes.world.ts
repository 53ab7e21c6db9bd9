import type { World } from '@deploy-actions/aws-simulator'
import { apiDefinition, apiWorld } from './api.world.ts'

const account = '123456789012'
const registry = `${account}.dkr.ecr.us-east-1.amazonaws.com`
type Behaviour = NonNullable<NonNullable<World['images']>[number]['behaviour']>
type Settings = Readonly<Record<string, unknown>>
type Statement = Readonly<Record<string, unknown>>

/** The image that {@link worldWith} adds. */
export const broken = `${registry}/api:broken`

/** The world of `api` with one more image, which does what it should not. */
export function worldWith(behaviour: Behaviour, settings: Settings = {}): World {
  const world = apiWorld(settings)
  const image = { repository: `${registry}/api`, tags: ['broken'], behaviour }
  return { ...world, images: [...(world.images ?? []), image] }
}

/** A definition of `api` on its broken image: changes to the task, then to each of its containers. */
export function brokenDefinition(task: Settings, ...containers: readonly Settings[]): object {
  const definition = apiDefinition(broken)
  const [api] = definition.containerDefinitions
  const containerDefinitions = (containers.length === 0 ? [{}] : containers).map((one) => ({
    ...api,
    ...one,
  }))
  return { ...definition, containerDefinitions, ...task }
}

/** The target group of {@link balancedWorld}. */
export const targetGroupArn = `arn:aws:elasticloadbalancing:us-east-1:${account}:targetgroup/api/73e2d6bc24d8a067`

/** The world of `api` behind a load balancer that checks `/health`. */
export function balancedWorld(behaviour: Behaviour, settings: Settings = {}): World {
  const loadBalancers = [{ targetGroupArn, containerName: 'api', containerPort: 8000 }]
  return {
    ...worldWith(behaviour, { loadBalancers, ...settings }),
    targetGroups: [
      {
        targetGroupArn,
        healthCheckPath: '/health',
        healthCheckIntervalSeconds: 10,
        deregistrationDelaySeconds: 10,
      },
    ],
  }
}

/** The world of `api` on one container instance of EC2, with the host port of the container. */
export function instanceWorld(hostPort: number, memory: number): World {
  const world = worldWith({})
  const [cluster] = world.clusters ?? []
  const [service] = cluster?.services ?? []
  const definition = brokenDefinition(
    { requiresCompatibilities: ['EC2'], networkMode: 'bridge', cpu: undefined, memory: undefined },
    { portMappings: [{ containerPort: 8000, hostPort }], memory: 256 },
  )
  const onInstance = {
    ...service,
    launchType: 'EC2',
    desiredCount: 1,
    networkConfiguration: undefined,
  }
  // A world file gives no key at all; JSON leaves out what is undefined just so.
  const plain: World = JSON.parse(
    JSON.stringify({
      ...world,
      taskDefinitions: [definition],
      clusters: [
        { ...cluster, containerInstances: [{ cpu: 2048, memory }], services: [onInstance] },
      ],
    }),
  )
  return plain
}

/** The world with an execution role that may do just this, beside the one that the old version has. */
export function withPoorRole(world: World, ...actions: readonly string[]): World {
  return {
    ...world,
    roles: [
      { roleName: 'execution', policies: [policy({ Action: '*' })] },
      { roleName: 'poor', policies: [policy({ Action: actions })] },
    ],
  }
}

/** The world with a job whose own role may not do this. */
export function withoutCall(world: World, ...actions: readonly string[]): World {
  return {
    ...world,
    caller: { policies: [policy({ Action: '*' }, { Effect: 'Deny', Action: actions })] },
  }
}

function policy(...statements: readonly Statement[]) {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    Resource: '*',
    ...statement,
  }))
  return { Version: '2012-10-17', Statement }
}

/** The ARN of a role of this account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`
}

/** The ARN of the secret `app`. */
export const secretArn = `arn:aws:secretsmanager:us-east-1:${account}:secret:app-AbCdEf`

/** A world with the secret `app`. */
export function withSecret(
  value: string | Record<string, string>,
  world: World = worldWith({}),
): World {
  return { ...world, secrets: [{ name: 'app', arn: secretArn, value }] }
}

/** What befalls each task from the update on. */
export function befallen(
  cause: NonNullable<World['taskFaults']>[number]['cause'],
  tasks: readonly number[] = [1, 2, 3, 4],
): World {
  return { ...worldWith({}), taskFaults: [{ cause, since: { operation: 'UpdateService' }, tasks }] }
}
