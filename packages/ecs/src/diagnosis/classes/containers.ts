import type { ReasonClass, ToldReason } from './reason-class.ts'

/** Killed for its memory: that wins over all that is said besides. */
export const memoryClasses: readonly ReasonClass[] = [
  {
    kind: 'memory',
    patterns: [/OutOfMemory|OOM-killed|killed due to (?:high )?memory usage/i],
    remedy: memoryRemedy,
  },
]

/** What to do about a container whose health check fails. */
export const containerHealthRemedy =
  'Run the health check command in the image, which has to hold the program that it calls (curl often is not there); when the application only needs longer to start, raise startPeriod.'

/** What the health checks of ECS and of load balancers found. */
export const healthClasses: readonly ReasonClass[] = [
  {
    kind: 'load-balancer-health',
    patterns: [/ELB health checks/i],
    remedy:
      'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
  },
  {
    kind: 'container-health',
    patterns: [/container health checks/i],
    remedy: containerHealthRemedy,
  },
]

/** What to do about a program that is not there, or not executable. */
export const commandRemedy =
  'Correct command or entryPoint of the container: the image holds no such program, or one that cannot be executed. Each word of a command is an element of its own.'

/** What to do about a port that is taken. */
export const portRemedy =
  'Something else has this port. Containers of one task in network mode awsvpc or host share their ports: let each listen on one of its own. With bridge leave hostPort out, and ECS chooses one.'

/** Why a container cannot be started although its image is there. */
export const startClasses: readonly ReasonClass[] = [
  {
    kind: 'port',
    patterns: [/port is already allocated|address already in use|host ports? unavailable/i],
    remedy: portRemedy,
  },
  {
    kind: 'container-user',
    patterns: [/unable to find user|no matching entries in passwd/i],
    remedy:
      'The image has no such user or group: correct user of the container, or use its number.',
  },
  { kind: 'command', patterns: [/executable file not found/i], remedy: commandRemedy },
  {
    kind: 'command',
    patterns: [
      /starting container process|start container process/i,
      /permission denied|no such file or direct/i,
    ],
    remedy: commandRemedy,
  },
  {
    kind: 'dependency',
    patterns: [
      /dependency graph|container ordering dependency|dependen\w+ containers? (?:not|failed)/i,
    ],
    remedy: ({ container = 'the container' }) =>
      `Another container waits for ${container} (dependsOn) and does not start without it. Read the last lines of ${container}; when it only needs longer, raise its startTimeout.`,
  },
  {
    kind: 'agent-timeout',
    patterns: [/Could not transition to \w+|TimeoutError/],
    remedy: timeoutRemedy,
  },
  {
    kind: 'agent',
    patterns: [/Cannot(?:Start|Create|Inspect|Stop|Describe)Container|HostConfigError/],
    remedy:
      'The container agent could not do this. Look at the reason above, and at the container instances when they are yours; when it passes, run the step again.',
  },
]

function memoryRemedy({ container, containerMemory, taskMemory }: ToldReason): string {
  const cause = 'or find what uses it.'
  if (containerMemory !== undefined && containerMemory !== '0') {
    return `Raise memory of the container ${container ?? ''} (${containerMemory} MiB now), ${cause}`
  }
  return taskMemory === undefined
    ? `Raise memory (of the container, or of the task with a matching cpu), ${cause}`
    : `Raise memory of the task (${taskMemory} MiB now) with a matching cpu, ${cause}`
}

function timeoutRemedy({ text }: ToldReason): string {
  const step = /Could not transition to (\w+)/.exec(text)?.[1] ?? ''
  const again = 'When it passes, run the step again.'
  if (step === 'pulled') {
    return `The image was not pulled in time: make it smaller, or look at the way to the registry. ${again}`
  }
  if (step === 'started' || step === 'running') {
    return `The container agent could not start the container in time. Most often the log driver does not reach its service (VPC endpoint or way out for logs), a volume is not mounted, or the container instance is overloaded. ${again}`
  }
  return `The container agent was not done in time: a container instance that is overloaded, most often by its disk. ${again}`
}
