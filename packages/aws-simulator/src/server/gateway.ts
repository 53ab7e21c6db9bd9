import { Ids } from '../cloud/ids.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { readsOnly } from '../protocol/operation.ts'
import { wires, type WireAnswer } from '../protocol/wire.ts'
import { unknownOperation, type Account, type Invocation } from '../world/account.ts'
import type { Past } from '../world/past.ts'
import type { Faults } from './faults.ts'
import { parseCall, type Call, type HttpCall } from './parse-call.ts'
import type { LoggedRequest } from './request-log.ts'
import type { TokenBuckets } from './token-buckets.ts'

/** What becomes of a call. */
export interface Outcome {
  readonly answer: WireAnswer
  /** The connection is to be cut instead of answered. */
  readonly isReset: boolean
  readonly delayMs: number
}

export interface GatewayOptions {
  readonly account: Account
  /** What answers that lag are taken from. */
  readonly past: Past
  readonly faults: Faults
  /** Undefined where only faults throttle. */
  readonly buckets: TokenBuckets | undefined
  readonly startMs: number
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
    const { account, faults, startMs } = this.#options
    const call = parseCall(http, account.services)
    const at = account.cloud.timeline.now()
    const logged: LoggedRequest = { operation: call.operationName, at, input: call.input }
    this.requests.push(logged)
    this.#noteCall(call.operationName)
    const mishap = faults.next(call.operationName, at.getTime() - startMs)
    const isLost = mishap?.isReset === true || mishap?.error !== undefined
    const isCarriedOut = !isLost || mishap.fault.takesEffect === true
    const answer = isCarriedOut ? this.#carryOut(call, logged, mishap?.lagMs) : undefined
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

  #noteCall(operation: string): void {
    const { account, past } = this.#options
    past.record(account.cloud.timeline.nowMs(), (other) => other.noteCall(operation))
    account.noteCall(operation)
  }

  #carryOut(call: Call, logged: LoggedRequest, lagMs: number | undefined): WireAnswer {
    try {
      if (call.service === undefined || call.operation === undefined) {
        throw unknownOperation(call.operationName)
      }
      if (!call.isSigned) {
        throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
      }
      const { operationName: operation, input, service, region, assumedAccount } = call
      const nowMs = this.#options.account.cloud.timeline.nowMs()
      this.#options.buckets?.take(service.target, operation, nowMs)
      const { target } = service
      const output = this.#perform({ operation, input, target, region, assumedAccount }, lagMs)
      return wires[call.protocol].success(call.operation, output, this.#requestIds.uuid())
    } catch (error) {
      return this.#refuse(call, asAwsError(error), logged)
    }
  }

  /** A read that lags is answered by the past; what changes the account now will change it then. */
  #perform(invocation: Invocation, lagMs: number | undefined): unknown {
    const { account, past } = this.#options
    const nowMs = account.cloud.timeline.nowMs()
    account.authorize(invocation)
    if (!readsOnly(invocation.operation)) {
      past.record(nowMs, (other) => other.attempt(invocation))
    } else if (lagMs !== undefined) return past.asOf(lagMs, nowMs).perform(invocation)
    return account.perform(invocation)
  }

  #refuse(call: Call, error: AwsError, logged: LoggedRequest): WireAnswer {
    logged.error = error.name
    return wires[call.protocol].failure(error, this.#requestIds.uuid())
  }
}

const emptyAnswer: WireAnswer = { status: 200, headers: {}, body: '' }

/** Anything else than a refusal is a fault of the simulator, and says so with its stack. */
function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `This is a bug of the simulator: ${text}`, { status: 500 })
}
