import type { WorldAppRunner } from './world-app-runner.ts'
import type { WorldParameter, WorldPolicy, WorldRole, WorldSecret } from './world-identity.ts'
import type {
  WorldBuiltImages,
  WorldImage,
  WorldPullThroughCacheRule,
  WorldRegistry,
} from './world-images.ts'

/** A length of time such as `500ms`, `20s`, `1m30s` or `2h`. */
export type Duration = string

/** How the process in a container ends by itself. */
export interface Exit {
  readonly after: Duration
  readonly code?: number
  readonly signal?: string
  readonly outOfMemory?: boolean
}

export interface LogLine {
  readonly after?: Duration
  /** `{n}` stands for the number of the repetition, from 1. */
  readonly line: string
  readonly repeat?: { readonly times: number; readonly every?: Duration }
  /** How long after it was printed it can be read; `timings.logArrival` if absent. */
  readonly arrival?: Duration
}

/** What the process in a container does when it is told to end (SIGTERM). */
export interface Stop {
  /** How long it takes to end; beyond the container's stop timeout it is killed. */
  readonly after?: Duration
  readonly code?: number
  readonly logs?: readonly LogLine[]
}

/** How much memory the process holds from a moment on. */
export interface MemoryUse {
  readonly after?: Duration
  readonly mebibytes: number
}

export interface HttpAnswer {
  readonly path: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** How long the answer takes. */
  readonly delay?: Duration
  readonly from?: Duration
  readonly to?: Duration
}

/** What a container of an image does after its start. */
export interface Behaviour {
  readonly startup?: {
    /** Or `never`. */
    readonly healthyAfter?: Duration
    readonly unhealthyAfter?: Duration
  }
  /** Where it listens; by default wherever it is asked. */
  readonly port?: number
  readonly exit?: Exit
  readonly stop?: Stop
  readonly memory?: readonly MemoryUse[]
  /** What it is to run is not in the image. */
  readonly missingExecutable?: boolean
  readonly logs?: readonly LogLine[]
  readonly http?: readonly HttpAnswer[]
  readonly commands?: readonly CommandBehaviour[]
}

/** What an image does instead when its command contains a text. */
export interface CommandBehaviour extends Pick<
  Behaviour,
  'exit' | 'stop' | 'memory' | 'missingExecutable' | 'logs'
> {
  readonly contains: string
}

/** A target group, with ELB's names and defaults; one that is not declared checks that the port is open. */
export interface WorldTargetGroup {
  readonly targetGroupArn: string
  readonly protocol?: 'HTTP' | 'TCP'
  readonly port?: number
  readonly targetType?: 'ip' | 'instance'
  /** The load balancers that send requests to it. */
  readonly loadBalancerArns?: readonly string[]
  readonly healthCheckPath?: string
  /** Default: the port that a target is registered with. */
  readonly healthCheckPort?: number
  readonly healthCheckTimeoutSeconds?: number
  readonly matcher?: string
  readonly healthCheckIntervalSeconds?: number
  readonly healthyThresholdCount?: number
  readonly unhealthyThresholdCount?: number
  readonly deregistrationDelaySeconds?: number
}

export type AlarmStateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** A CloudWatch alarm and what becomes of it. */
export interface WorldAlarm {
  readonly alarmName: string
  readonly stateValue?: AlarmStateValue
  readonly changes?: readonly {
    readonly after?: Duration
    readonly since?: { readonly operation: string }
    readonly stateValue: AlarmStateValue
  }[]
}

/** An EC2 instance that a cluster may place tasks on. */
export interface WorldContainerInstance {
  readonly cpu: number
  /** In MiB. */
  readonly memory: number
}

/** A subnet and where its route for the world outside leads. */
export interface WorldSubnet {
  readonly subnetId: string
  readonly route: 'nat-gateway' | 'internet-gateway' | 'none'
}

export type TaskFaultCause =
  | 'CapacityUnavailable'
  | 'CapacityWithdrawn'
  | 'OperationsThrottled'
  | 'NetworkInterfaceTimeout'
  | 'NoSpaceLeftOnDevice'
  | 'CannotCreateContainer'
  | 'ContainerStartTimeout'
  | 'SpotInterruption'
  | 'TerminationNotice'
  | 'InfrastructureHealth'

/** What befalls tasks for no fault of their own. */
export interface WorldTaskFault {
  readonly cause: TaskFaultCause
  readonly cluster?: string
  readonly service?: string
  readonly family?: string
  readonly capacityProvider?: string
  readonly since?: { readonly operation: string }
  readonly from?: Duration
  readonly to?: Duration
  readonly every?: number
  readonly tasks?: readonly number[]
  /** How long the task has been running by then. */
  readonly after?: Duration
}

export interface WorldCluster {
  readonly name: string
  readonly capacityProviders?: readonly string[]
  readonly defaultCapacityProviderStrategy?: readonly Readonly<Record<string, unknown>>[]
  /** If given, tasks of the launch type EC2 need room on one of them. */
  readonly containerInstances?: readonly WorldContainerInstance[]
  /** Inputs of CreateService. */
  readonly services?: readonly Readonly<Record<string, unknown>>[]
}

export interface EndpointRule {
  readonly path: string
  readonly service: string
  readonly containerPort?: number
}

/** A host that a load balancer serves. */
export interface WorldEndpoint {
  readonly host: string
  readonly cluster: string
  readonly service: string
  readonly containerPort?: number
  readonly rules?: readonly EndpointRule[]
}

export interface Fault {
  readonly operation: string
  readonly every?: number
  readonly calls?: readonly number[]
  readonly from?: Duration
  readonly to?: Duration
  readonly error?: { readonly name: string; readonly status?: number; readonly message?: string }
  readonly reset?: boolean
  readonly afterBytes?: number
  readonly delay?: Duration
  readonly lag?: Duration
  readonly takesEffect?: boolean
}

/** Somebody else at work in the account. */
export interface Actor {
  readonly after: Duration
  readonly since?: { readonly operation: string }
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

/** How long the parts of a task's and a deployment's life take. */
export interface WorldTimings {
  readonly scheduling?: Duration
  readonly provisioning?: Duration
  readonly pull?: Duration
  readonly activation?: Duration
  readonly settling?: Duration
  readonly stopping?: Duration
  readonly deprovisioning?: Duration
  readonly stoppedTaskRetention?: Duration
  readonly deploymentRetention?: Duration
  readonly bake?: Duration
  readonly deregistration?: Duration
  readonly logArrival?: Duration
  readonly tokenNaming?: Duration
}

/** What a world file says, checked against world.schema.json. WORLD.md explains every part. */
export interface World {
  readonly region?: string
  readonly account?: string
  readonly start?: string
  readonly images?: readonly WorldImage[]
  readonly builtImages?: readonly WorldBuiltImages[]
  /** Inputs of CreateRepository, and the repository's policy as SetRepositoryPolicy takes it. */
  readonly repositories?: readonly Readonly<Record<string, unknown>>[]
  readonly pullThroughCacheRules?: readonly WorldPullThroughCacheRule[]
  readonly registries?: readonly WorldRegistry[]
  readonly secrets?: readonly WorldSecret[]
  readonly parameters?: readonly WorldParameter[]
  /** If given, no other roles exist; otherwise every role exists and may do everything. */
  readonly roles?: readonly WorldRole[]
  /** What whoever calls may do; everything if absent. */
  readonly caller?: { readonly policies: readonly WorldPolicy[] }
  readonly logGroups?: readonly string[]
  readonly targetGroups?: readonly WorldTargetGroup[]
  /** Inputs of RegisterTaskDefinition. */
  readonly taskDefinitions?: readonly Readonly<Record<string, unknown>>[]
  readonly alarms?: readonly WorldAlarm[]
  readonly subnets?: readonly WorldSubnet[]
  readonly taskFaults?: readonly WorldTaskFault[]
  readonly clusters?: readonly WorldCluster[]
  readonly appRunner?: WorldAppRunner
  readonly endpoints?: readonly WorldEndpoint[]
  readonly faults?: readonly Fault[]
  /** How ECS throttles calls besides the faults: not at all, or by its documented token buckets. */
  readonly throttling?: 'off' | 'realistic'
  readonly actors?: readonly Actor[]
  readonly timings?: WorldTimings
  /** Read by the local runner only. */
  readonly github?: Readonly<Record<string, unknown>>
}
