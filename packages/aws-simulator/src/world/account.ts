import { createCloud, type Cloud } from '../cloud/cloud.ts'
import type { EcsModel } from '../ecs/model/ecs.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { decodeInput } from '../protocol/decode.ts'
import type { Operation, ServiceDefinition } from '../protocol/operation.ts'
import { createServices } from '../services.ts'
import { Actors } from './actors.ts'
import type { World } from './world.ts'

/** An operation and what it is given; `target` tells services apart that have one of the same name. */
export interface Invocation {
  readonly operation: string
  readonly input: unknown
  readonly target?: string
}

/**
 * One simulated account: its services, and others at work in it. It is deterministic: where the same
 * happens to two accounts of one world at the same moments, both have the same history, to the last id.
 */
export class Account {
  readonly cloud: Cloud
  readonly ecs: EcsModel
  readonly services: readonly ServiceDefinition[]
  readonly #actors: Actors

  /** An account at `nowMs`, before anything has been put into it. */
  constructor(world: World, nowMs: number) {
    this.cloud = createCloud(world, nowMs)
    const { definitions, ecs } = createServices(this.cloud)
    this.services = definitions
    this.ecs = ecs
    this.#actors = new Actors(world.actors ?? [], this.cloud.timeline, ({ operation, input }) =>
      this.attempt({ operation, input }),
    )
  }

  /** Carries an operation out; throws the AwsError that it ends with. */
  perform(invocation: Invocation): unknown {
    return this.#find(invocation).operation.handle(this.check(invocation))
  }

  /** Carries an operation out for somebody else: what is refused to them is no concern of those who watch. */
  attempt(invocation: Invocation): void {
    try {
      this.perform(invocation)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
    }
  }

  /** Decodes the input of an operation; throws an AwsError when it is none. */
  check(invocation: Invocation): unknown {
    const { service, operation } = this.#find(invocation)
    return decodeInput(operation.input, invocation.input, service.parameterError)
  }

  /** The world begins: others set to work. */
  beginActors(): void {
    this.#actors.begin()
  }

  /** A call of this operation has arrived, which others may be waiting for. */
  noteCall(operation: string): void {
    this.#actors.noteCall(operation)
  }

  #find({ operation: name, target }: Invocation): {
    service: ServiceDefinition
    operation: Operation
  } {
    for (const service of this.services) {
      if (target !== undefined && service.target !== target) continue
      const operation = service.operations.find((candidate) => candidate.name === name)
      if (operation !== undefined) return { service, operation }
    }
    throw unknownOperation(name)
  }
}

/** What a service answers to a call of an operation that it does not have. */
export function unknownOperation(name: string): AwsError {
  return new AwsError('UnknownOperationException', `The operation ${name} is not known.`)
}
