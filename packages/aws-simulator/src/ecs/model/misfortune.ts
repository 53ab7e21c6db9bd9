import type { TaskFaultCause } from '../../world/world.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

/** Something that keeps a task from starting for no fault of its own. */
export interface Misfortune {
  /** The phase of the task's life in which it happens. */
  readonly phase: 'provisioning' | 'pull' | 'start'
  /** How long ECS or its agent tries before it says so. */
  readonly delayMs: number
  readonly fault: StartFault
}

const minuteMs = 60_000

/** Finds what keeps a task from starting, in the words of ECS and its agents on EC2 and Fargate. */
export function misfortuneOf(request: TaskRequest): Misfortune | undefined {
  const isFargate = request.launchType === 'FARGATE'
  const container = request.definition.content.containerDefinitions?.[0]?.name ?? ''
  const found = (request.faults ?? []).map(({ cause }) => misfortunes[cause])
  return found.find((known) => known !== undefined)?.(isFargate, container)
}

type Telling = (isFargate: boolean, container: string) => Misfortune

const misfortunes: Readonly<Record<TaskFaultCause, Telling | undefined>> = {
  CapacityWithdrawn: () => unprovided(0, noCapacity),
  NetworkInterfaceTimeout: () => unprovided(3 * minuteMs, noInterface),
  NoSpaceLeftOnDevice: (isFargate, container) => ({
    phase: 'pull',
    delayMs: 0,
    fault: { container, reason: noSpaceLeft(isFargate) },
  }),
  CannotCreateContainer: (isFargate, container) =>
    notStarted(container, 0, cannotCreate(isFargate)),
  ContainerStartTimeout: (isFargate, container) =>
    isFargate
      ? notStarted(container, minuteMs, timedOutOnFargate)
      : notStarted(container, 3 * minuteMs, timedOutOnEc2),
  // These end tasks that run, or keep them from being accepted at all.
  CapacityUnavailable: undefined,
  OperationsThrottled: undefined,
  SpotInterruption: undefined,
  TerminationNotice: undefined,
  InfrastructureHealth: undefined,
}

const noCapacity =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone'
const noInterface = 'Timeout waiting for network interface provisioning to complete.'
const timedOutOnFargate =
  'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: ' +
  'context deadline exceeded'
const timedOutOnEc2 =
  'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s'

function noSpaceLeft(isFargate: boolean): string {
  const where = isFargate
    ? '/var/lib/containerd/io.containerd.content.v1.content/ingest/layer/data'
    : '/var/lib/docker/tmp/GetImageBlob'
  return (
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: ' +
    `failed to send write: write ${where}: no space left on device`
  )
}

function cannotCreate(isFargate: boolean): string {
  return isFargate
    ? 'CannotCreateContainerError: ResourceInitializationError: failed to create the container: context deadline exceeded'
    : 'CannotCreateContainerError: Error response from daemon: devmapper: Thin Pool has 4350 free ' +
        'data blocks which is less than minimum required 4454 free data blocks.'
}

function unprovided(delayMs: number, reason: string): Misfortune {
  return { phase: 'provisioning', delayMs, fault: { reason } }
}

function notStarted(container: string, delayMs: number, containerReason: string): Misfortune {
  return {
    phase: 'start',
    delayMs,
    fault: { reason: 'Task failed to start', container, containerReason },
  }
}
