import type { AppRunnerModel } from '../apprunner/model/app-runner.ts'
import { createCloud, type Addresses, type Cloud } from '../cloud/cloud.ts'
import type { EcsModel } from '../ecs/model/ecs.ts'
import { authorizeCall, needsOf } from '../iam/model/authorize.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { decodeInput } from '../protocol/decode.ts'
import type { Operation, ServiceDefinition } from '../protocol/operation.ts'
import { createServices } from '../services.ts'
import { durationMs } from './durations.ts'
import type { Actor, World } from './world.ts'

/** An operation and what it is given; `target` tells services apart that have one of the same name. */
export interface Invocation {
  /** Its name; with IAM's prefix, as in `apprunner:UpdateService`, that of one service only. */
  readonly operation: string
  readonly input: unknown
  readonly target?: string
  /** Default: the Region of the world. */
  readonly region?: string | undefined
  /** Of the role in another account as whom this is called. Default: the caller of the world. */
  readonly assumedAccount?: string | undefined
}

/** What an actor of the world wanted to do, and why ECS did not let it. */
export interface ActorRefusal {
  readonly actor: Actor
  readonly at: Date
  readonly error: AwsError
}

/**
 * One simulated account: its services, and others at work in it. It is deterministic: where the same
 * happens to two accounts of one world at the same moments, both have the same history, to the last id.
 */
export class Account {
  readonly cloud: Cloud
  readonly ecs: EcsModel
  readonly appRunner: AppRunnerModel
  readonly services: readonly ServiceDefinition[]

  /**
   * An account at a moment, before anything has been put into it. `onActorRefused` hears of each actor
   * whose operation is refused.
   */
  constructor(
    world: World,
    { nowMs, addresses }: { readonly nowMs: number; readonly addresses: Addresses },
    onActorRefused: (refusal: ActorRefusal) => void = () => undefined,
  ) {
    this.cloud = createCloud(world, nowMs, addresses)
    const { timeline } = this.cloud
    const { definitions, ecs, appRunner } = createServices(this.cloud, world)
    this.services = definitions
    this.ecs = ecs
    this.appRunner = appRunner
    for (const actor of world.actors ?? []) {
      const { operation, input, since, after } = actor
      this.cloud.moments.after(since, durationMs(after), () => {
        const error = this.attempt({ operation, input })
        if (error !== undefined) onActorRefused({ actor, at: timeline.now(), error })
      })
    }
  }

  /** Carries an operation out; throws the AwsError that it ends with. */
  perform(invocation: Invocation): unknown {
    const { region, assumedAccount } = invocation
    return this.#find(invocation).operation.handle(this.check(invocation), region, assumedAccount)
  }

  /** Throws the AwsError for whoever calls and may not do this. */
  authorize(invocation: Invocation): void {
    const { service, operation } = this.#find(invocation)
    // What roles of other accounts may do is their accounts' matter.
    if (invocation.assumedAccount !== undefined) return
    if (this.cloud.iam.isCallerFree || service.permissions === undefined) return
    const needs = needsOf(service.permissions, operation.name, this.check(invocation))
    authorizeCall(this.cloud.iam, needs, service.protocol)
  }

  /** Carries an operation out for somebody else; returns what it was refused with, if it was. */
  attempt(invocation: Invocation): AwsError | undefined {
    try {
      this.perform(invocation)
      return undefined
    } catch (error) {
      if (error instanceof AwsError) return error
      throw error
    }
  }

  /** Decodes the input of an operation; throws an AwsError when it is none. */
  check(invocation: Invocation): unknown {
    const { service, operation } = this.#find(invocation)
    return decodeInput(operation.input, invocation.input, service.parameterError)
  }

  /** Every operation, by its name alone and with IAM's prefix of its service. */
  get operationNames(): readonly string[] {
    return this.services.flatMap((service) =>
      service.operations.flatMap((operation) => namesOf(service, operation)),
    )
  }

  /** The world begins: others set to work. */
  begin(): void {
    this.cloud.moments.begin()
  }

  /** A call of this operation has arrived, which others may be waiting for. */
  noteCall(operation: string): void {
    this.cloud.moments.noteCall(operation)
  }

  #find({ operation: name, target }: Invocation): {
    service: ServiceDefinition
    operation: Operation
  } {
    for (const service of this.services) {
      if (target !== undefined && service.target !== target) continue
      const operation = service.operations.find((candidate) =>
        namesOf(service, candidate).includes(name),
      )
      if (operation !== undefined) return { service, operation }
    }
    throw unknownOperation(name)
  }
}

function namesOf({ permissions }: ServiceDefinition, { name }: Operation): readonly string[] {
  return permissions === undefined ? [name] : [name, `${permissions.prefix}:${name}`]
}

/** What a service answers to a call of an operation that it does not have. */
export function unknownOperation(name: string): AwsError {
  return new AwsError('UnknownOperationException', `The operation ${name} is not known.`)
}
