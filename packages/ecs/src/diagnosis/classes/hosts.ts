import type { ReasonClass } from './reason-class.ts'

/** What to do where there is no room, and nobody says why. */
export const capacityRemedy =
  'Run the step again later, or allow further availability zones or capacity providers.'

/** Where there is no room, or none any more; most of it passes. */
export const hostClasses: readonly ReasonClass[] = [
  {
    kind: 'spot',
    patterns: [/\bSpot\b/],
    remedy:
      'AWS took Spot capacity back. Run the step again; FARGATE beside FARGATE_SPOT with a base in the capacity provider strategy keeps a part of the tasks.',
  },
  {
    kind: 'host',
    patterns: [
      /Host EC2|instance deregistration|maintenance on the underlying|underlying (?:infrastructure|host)/i,
    ],
    remedy:
      'The host of the task was stopped or is retired, for no fault of the task: run the step again.',
  },
  {
    kind: 'quota',
    patterns: [/reached the limit on|above your limit|quota|LimitExceeded/i],
    remedy:
      'Ask for a higher quota in Service Quotas (Fargate On-Demand or Spot vCPU resource count, tasks per service), or stop what is not needed.',
  },
  {
    kind: 'instances',
    patterns: [/No Container Instances were found/i],
    remedy:
      'The cluster or capacity provider has no container instances: look at its Auto Scaling group (activity and maximum size) and at the ECS agent on the instances.',
  },
  {
    kind: 'instance-port',
    patterns: [/already using a port|RESOURCE:PORTS|port limit/i],
    remedy:
      'Each container instance has the host port only once. Leave hostPort out (ECS then chooses one), or lower minimumHealthyPercent so that the old task makes room, or add instances.',
  },
  {
    kind: 'instance-interfaces',
    patterns: [/RESOURCE:ENI/],
    remedy:
      'The container instances have no network interface left for another task: add instances, or switch on awsvpcTrunking.',
  },
  {
    kind: 'instance-attribute',
    patterns: [/missing an attribute|placement constraint|^ATTRIBUTE\b/i],
    remedy:
      'No container instance has what the task requires: compare its placement constraints, log drivers, platform and subnets with the attributes of the instances.',
  },
  {
    kind: 'instance-agent',
    patterns: [/"AGENT"|^AGENT\b/],
    remedy:
      'The ECS agent of the container instance is not connected: restart it, or replace the instance.',
  },
  {
    kind: 'instance-room',
    patterns: [
      /insufficient (?:CPU|memory|GPU)|RESOURCE:(?:CPU|MEMORY|GPU)|enough (?:CPU|memory)/i,
    ],
    remedy:
      'No container instance has room for the task beside the old ones: add or enlarge instances, lower cpu or memory of the task, or lower minimumHealthyPercent so that old tasks make room.',
  },
  {
    kind: 'zone',
    patterns: [/Reason: Internal error/i],
    remedy:
      'A subnet may lie in an availability zone that Fargate does not have: give the service other subnets. Otherwise run the step again.',
  },
  {
    kind: 'capacity',
    patterns: [
      /capacity (?:is |was )?(?:currently )?(?:unavailable|not available|insufficient)|(?:insufficient|no|enough|lack of) capacity|CapacityError|RESOURCE:/i,
    ],
    remedy: capacityRemedy,
  },
]
