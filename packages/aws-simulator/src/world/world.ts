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
  readonly line: string
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
  readonly exit?: Exit
  readonly logs?: readonly LogLine[]
  readonly http?: readonly HttpAnswer[]
  readonly commands?: readonly CommandBehaviour[]
}

export interface CommandBehaviour {
  readonly contains: string
  readonly exit?: Exit
  readonly logs?: readonly LogLine[]
}

export interface WorldImage {
  readonly repository: string
  readonly tags?: readonly string[]
  readonly digest?: string
  readonly servesDigest?: string
  readonly behaviour?: Behaviour
}

export interface WorldSecret {
  readonly name: string
  readonly arn?: string
  readonly value: string | Readonly<Record<string, unknown>>
}

export interface WorldParameter {
  readonly name: string
  readonly value: string
}

/** A target group, with ELB's names and defaults; one that is not declared checks that the port is open. */
export interface WorldTargetGroup {
  readonly targetGroupArn: string
  readonly protocol?: 'HTTP' | 'TCP'
  readonly healthCheckPath?: string
  readonly matcher?: string
  readonly healthCheckIntervalSeconds?: number
  readonly healthyThresholdCount?: number
  readonly unhealthyThresholdCount?: number
  readonly deregistrationDelaySeconds?: number
}

export interface WorldCluster {
  readonly name: string
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
}

/** What a world file says, checked against world.schema.json. WORLD.md explains every part. */
export interface World {
  readonly region?: string
  readonly account?: string
  readonly start?: string
  readonly images?: readonly WorldImage[]
  readonly secrets?: readonly WorldSecret[]
  readonly parameters?: readonly WorldParameter[]
  readonly logGroups?: readonly string[]
  readonly targetGroups?: readonly WorldTargetGroup[]
  /** Inputs of RegisterTaskDefinition. */
  readonly taskDefinitions?: readonly Readonly<Record<string, unknown>>[]
  readonly clusters?: readonly WorldCluster[]
  readonly endpoints?: readonly WorldEndpoint[]
  readonly faults?: readonly Fault[]
  readonly actors?: readonly Actor[]
  readonly timings?: WorldTimings
  /** Read by the local runner only. */
  readonly github?: Readonly<Record<string, unknown>>
}
