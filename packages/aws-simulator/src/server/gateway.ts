import type { Cloud } from '../cloud/cloud.ts'
import { Ids } from '../cloud/ids.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { decodeInput } from '../protocol/decode.ts'
import type { Operation, ServiceDefinition } from '../protocol/operation.ts'
import { wires, type WireAnswer } from '../protocol/wire.ts'
import type { Faults } from './faults.ts'
import { parseCall, type Call, type HttpCall } from './parse-call.ts'
import type { LoggedRequest } from './request-log.ts'

/** What becomes of a call. */
export interface Outcome {
  readonly answer: WireAnswer
  /** The connection is to be cut instead of answered. */
  readonly isReset: boolean
  readonly delayMs: number
}

export interface GatewayOptions {
  readonly cloud: Cloud
  readonly services: readonly ServiceDefinition[]
  readonly faults: Faults
  readonly startMs: number
  /** Called when a call of this operation arrives, before it is carried out. */
  readonly onCall: (operation: string) => void
}

/** Where calls arrive: finds their operation, lets faults befall them, carries them out, logs them. */
export class Gateway {
  readonly requests: LoggedRequest[] = []
  readonly #options: GatewayOptions
  readonly #requestIds = new Ids('requests')

  constructor(options: GatewayOptions) {
    this.#options = options
  }

  /** Answers a call over HTTP; never throws. */
  handle(http: HttpCall): Outcome {
    const { cloud, faults, startMs, onCall, services } = this.#options
    const call = parseCall(http, services)
    const logged: LoggedRequest = {
      operation: call.operationName,
      at: cloud.timeline.now(),
      input: call.input,
    }
    this.requests.push(logged)
    onCall(call.operationName)
    const mishap = faults.next(call.operationName, cloud.timeline.nowMs() - startMs)
    const isLost = mishap?.isReset === true || mishap?.error !== undefined
    const isCarriedOut = !isLost || mishap.fault.takesEffect === true
    const answer = isCarriedOut ? this.#carryOut(call, logged) : undefined
    const delayMs = mishap?.delayMs ?? 0
    if (mishap?.isReset === true) {
      logged.error = 'reset'
      return { answer: emptyAnswer, isReset: true, delayMs }
    }
    if (mishap?.error !== undefined) {
      return { answer: this.#refuse(call, mishap.error, logged), isReset: false, delayMs }
    }
    return { answer: answer ?? emptyAnswer, isReset: false, delayMs }
  }

  /** Carries out an operation for somebody in the world; throws the AwsError that it ends with. */
  perform(operationName: string, input: unknown): unknown {
    return this.#find(operationName).operation.handle(this.check(operationName, input))
  }

  /** Decodes the input of an operation; throws an AwsError when it is none. */
  check(operationName: string, input: unknown): unknown {
    const { service, operation } = this.#find(operationName)
    return decodeInput(operation.input, input, service.parameterError)
  }

  #find(operationName: string): { service: ServiceDefinition; operation: Operation } {
    for (const service of this.#options.services) {
      const operation = service.operations.find(({ name }) => name === operationName)
      if (operation !== undefined) return { service, operation }
    }
    throw unknownOperation(operationName)
  }

  #carryOut(call: Call, logged: LoggedRequest): WireAnswer {
    try {
      if (call.service === undefined || call.operation === undefined) {
        throw unknownOperation(call.operationName)
      }
      if (!call.isSigned) {
        throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
      }
      const input = decodeInput(call.operation.input, call.input, call.service.parameterError)
      const output = call.operation.handle(input)
      return wires[call.protocol].success(call.operation, output, this.#requestIds.uuid())
    } catch (error) {
      return this.#refuse(call, asAwsError(error), logged)
    }
  }

  #refuse(call: Call, error: AwsError, logged: LoggedRequest): WireAnswer {
    logged.error = error.name
    return wires[call.protocol].failure(error, this.#requestIds.uuid())
  }
}

const emptyAnswer: WireAnswer = { status: 200, headers: {}, body: '' }

function unknownOperation(name: string): AwsError {
  return new AwsError('UnknownOperationException', `The operation ${name} is not known.`)
}

/** Anything else than a refusal is a fault of the simulator, and says so with its stack. */
function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `This is a bug of the simulator: ${text}`, { status: 500 })
}
