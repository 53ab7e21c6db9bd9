import { AwsError } from '../protocol/aws-error.ts'
import { matchesOperation, readsOnly } from '../protocol/operation.ts'
import { isRegistryOperation } from '../registry/operations.ts'
import { durationMs } from '../world/durations.ts'
import type { Fault } from '../world/world.ts'

/** What befalls one call. */
export interface Mishap {
  readonly fault: Fault
  readonly error?: AwsError
  readonly isReset: boolean
  /** After how many bytes the connection is cut, if not at once. */
  readonly cutAfterBytes?: number
  readonly delayMs: number
  /** How long ago the world is looked at, if not now. */
  readonly lagMs?: number
}

/**
 * The faults of the world file. Calls are counted for each fault by itself, over all operations that it
 * names; the first fault that applies to a call befalls it.
 */
export class Faults {
  readonly #faults: readonly Fault[]
  readonly #calls = new Map<Fault, number>()

  constructor(faults: readonly Fault[]) {
    this.#faults = faults
  }

  /** Every lag that an answer may have. */
  get lagsMs(): readonly number[] {
    return this.#faults.flatMap(({ lag }) => (lag === undefined ? [] : [durationMs(lag)]))
  }

  /** Counts a call of `operation`, `sinceStartMs` after the world's start; finds what befalls it. */
  next(operation: string, sinceStartMs: number): Mishap | undefined {
    let found: Fault | undefined
    for (const fault of this.#faults) {
      if (!isAbout(fault, operation)) continue
      const call = (this.#calls.get(fault) ?? 0) + 1
      this.#calls.set(fault, call)
      if (applies(fault, call, sinceStartMs)) found ??= fault
    }
    return found === undefined ? undefined : mishap(found)
  }
}

/**
 * Only what reads can lag: a fault of that kind is about nothing else. A registry does not lag, and
 * what befalls all operations befalls those of AWS.
 */
function isAbout({ operation: pattern, lag }: Fault, operation: string): boolean {
  if (isRegistryOperation(operation) && (pattern === '*' || lag !== undefined)) return false
  return matchesOperation(pattern, operation) && (lag === undefined || readsOnly(operation))
}

function applies(fault: Fault, call: number, sinceStartMs: number): boolean {
  if (fault.every !== undefined && call % fault.every !== 0) return false
  if (fault.calls !== undefined && !fault.calls.includes(call)) return false
  if (fault.from !== undefined && sinceStartMs < durationMs(fault.from)) return false
  return fault.to === undefined || sinceStartMs < durationMs(fault.to)
}

function mishap(fault: Fault): Mishap {
  const { error, lag, afterBytes } = fault
  const status = error?.status ?? 400
  return {
    fault,
    ...(error && { error: new AwsError(error.name, error.message ?? '', { status }) }),
    isReset: fault.reset ?? false,
    ...(afterBytes !== undefined && { cutAfterBytes: afterBytes }),
    delayMs: fault.delay === undefined ? 0 : durationMs(fault.delay),
    ...(lag !== undefined && { lagMs: durationMs(lag) }),
  }
}
