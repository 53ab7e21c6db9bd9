import { promisify } from 'node:util'
import { RealDate } from './real-time.ts'
import type { VirtualClock } from './virtual-clock.ts'
import { VirtualTimeout } from './virtual-timeout.ts'

type Callback = (...args: unknown[]) => void

/** Replaces the global timers and clocks by those of `clock`; returns what puts the old ones back. */
export function replaceGlobals(clock: VirtualClock): () => void {
  const timers = new Map<number, VirtualTimeout>()
  const restore = [
    replace(globalThis, 'setTimeout', timerFunction(clock, timers, false)),
    replace(globalThis, 'setInterval', timerFunction(clock, timers, true)),
    replace(globalThis, 'clearTimeout', clearFunction(timers)),
    replace(globalThis, 'clearInterval', clearFunction(timers)),
    replace(globalThis, 'Date', virtualDate(clock)),
    replace(performance, 'now', virtualPerformanceNow(clock)),
    replace(AbortSignal, 'timeout', abortAfter),
  ]
  return () => {
    for (const undo of restore) undo()
  }
}

function replace(target: object, name: string, value: unknown): () => void {
  const old = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, {
    value,
    configurable: true,
    writable: true,
    enumerable: old?.enumerable ?? false,
  })
  return () => {
    if (old === undefined) Reflect.deleteProperty(target, name)
    else Object.defineProperty(target, name, old)
  }
}

function timerFunction(
  clock: VirtualClock,
  timers: Map<number, VirtualTimeout>,
  isRepeated: boolean,
): object {
  const start = (callback: Callback, delayMs?: unknown, ...args: unknown[]) => {
    if (typeof callback !== 'function') throw new TypeError('A timer needs a function to call.')
    const forget = (...given: unknown[]) => {
      callback(...given)
      if (!timer.isActive) timers.delete(timer.id)
    }
    const timer = new VirtualTimeout(clock, { callback: forget, args, delayMs, isRepeated })
    timers.set(timer.id, timer)
    return timer
  }
  const asPromise = (delayMs?: number, value?: unknown) =>
    new Promise((resolve) => void start(() => resolve(value), delayMs))
  return isRepeated ? start : Object.assign(start, { [promisify.custom]: asPromise })
}

/** Node takes the object, its number, or its number as a string; anything else is ignored. */
function clearFunction(timers: Map<number, VirtualTimeout>): (timer: unknown) => void {
  return (timer) => {
    const known = timer instanceof VirtualTimeout ? timer : timers.get(Number(timer))
    known?.close()
    if (known !== undefined) timers.delete(known.id)
  }
}

function virtualDate(clock: VirtualClock): DateConstructor {
  return new Proxy(RealDate, {
    construct: (target, args, newTarget): object => {
      const given = args.length === 0 ? [clock.now()] : args
      // A Date, or what a class that extends it makes of one.
      return Reflect.construct(target, given, newTarget) as object
    },
    apply: () => new RealDate(clock.now()).toString(),
    get: (target, name, receiver): unknown =>
      name === 'now' ? () => clock.now() : Reflect.get(target, name, receiver),
  })
}

function virtualPerformanceNow(clock: VirtualClock): () => number {
  const originMs = clock.now() - performance.now()
  return () => clock.now() - originMs
}

function abortAfter(delayMs: number): AbortSignal {
  const controller = new AbortController()
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  setTimeout(() => controller.abort(reason), delayMs).unref()
  return controller.signal
}
