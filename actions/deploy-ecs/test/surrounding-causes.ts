import type { World } from '@deploy-actions/aws-simulator'
import { breaker } from './api.world.ts'
import { befallen, brokenDefinition, instanceWorld, worldWith } from './causes.world.ts'

/** A deployment that cannot work. */
export interface Case {
  readonly world: World
  /** The whole definition; without one the image is swapped for the broken one. */
  readonly definition?: object
  readonly inputs?: Readonly<Record<string, string>>
}

/** What is wrong, the code, what is told of it (the cause and what to change), and the deployment. */
export type Cause = readonly [what: string, code: string, told: readonly string[], Case]

/** Inputs under which the step gives up soon, and leaves things as they are. */
export const waiting = { timeout: '60s', 'on-failure': 'leave' }

/** What is wrong with the surroundings of a version. */
export const surroundingCauses: readonly Cause[] = [
  [
    'subnets that lead nowhere',
    'image',
    ['i/o timeout', 'NAT gateway', 'ecr.dkr'],
    {
      world: {
        ...worldWith({}, { desiredCount: 0, deploymentConfiguration: breaker(false) }),
        subnets: [{ subnetId: 'subnet-1', route: 'none' }],
      },
      inputs: { 'desired-count': '2', 'on-failure': 'leave' },
    },
  ],
  [
    'a disk that is full',
    'service-error',
    ['no space left on device', 'ephemeralStorage'],
    { world: befallen('NoSpaceLeftOnDevice') },
  ],
  [
    'an agent that cannot create the container',
    'service-error',
    ['CannotCreateContainerError', 'container agent'],
    { world: befallen('CannotCreateContainer') },
  ],
  [
    'an agent that is too slow',
    'service-error',
    ['Could not transition to running', 'could not start the container in time'],
    { world: befallen('ContainerStartTimeout') },
  ],
  [
    'no network interface',
    'service-error',
    ['network interface provisioning', 'free addresses'],
    { world: befallen('NetworkInterfaceTimeout') },
  ],
  [
    'capacity that was withdrawn',
    'capacity',
    ['Capacity is unavailable', 'capacity providers'],
    { world: befallen('CapacityWithdrawn'), inputs: { 'on-failure': 'leave' } },
  ],
  [
    'no capacity',
    'capacity',
    ['unable to place a task', 'availability zones'],
    { world: befallen('CapacityUnavailable', [1, 2, 3, 4, 5, 6, 7, 8, 9]), inputs: waiting },
  ],
  [
    'an ECS that is throttled itself',
    'service-error',
    ['operations are being throttled', 'Raise timeout'],
    { world: befallen('OperationsThrottled', [1, 2, 3, 4, 5, 6, 7, 8, 9]), inputs: waiting },
  ],
  [
    'hosts that are retired',
    'capacity',
    ['maintenance on the underlying infrastructure', 'run the step again'],
    { world: befallen('TerminationNotice'), inputs: waiting },
  ],
  [
    'a host port that the old task has',
    'capacity',
    ['already using a port', 'Leave hostPort out'],
    {
      world: instanceWorld(8000, 2048),
      definition: brokenDefinition(
        { requiresCompatibilities: ['EC2'], networkMode: 'bridge', family: 'api' },
        { portMappings: [{ containerPort: 8000, hostPort: 8000 }], memory: 256 },
      ),
      inputs: waiting,
    },
  ],
  [
    'an instance without room',
    'capacity',
    ['insufficient memory', 'lower minimumHealthyPercent'],
    {
      world: instanceWorld(0, 400),
      definition: brokenDefinition(
        { requiresCompatibilities: ['EC2'], networkMode: 'bridge', family: 'api' },
        { portMappings: [{ containerPort: 8000, hostPort: 0 }], memory: 256 },
      ),
      inputs: waiting,
    },
  ],
  [
    'percentages that leave no room',
    'capacity',
    ['service deployment configuration', 'Raise maximumPercent'],
    {
      world: worldWith(
        {},
        {
          desiredCount: 1,
          deploymentConfiguration: { ...breaker(false), maximumPercent: 150 },
        },
      ),
      inputs: waiting,
    },
  ],
]
