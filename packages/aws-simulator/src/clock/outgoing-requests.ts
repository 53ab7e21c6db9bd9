import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import type { Sleeper } from './sleepers.ts'
import { type VirtualClock, farFutureMs } from './virtual-clock.ts'

type Listener = (message: unknown) => void

/**
 * Holds time for every outgoing request, of `node:http` and of `fetch`, until its answer is there.
 * An interim answer (1xx) says that the simulator has parked the request until a later moment, so the
 * hold pauses until the answer comes: only then can the caller's own timeout pass. Returns what ends it.
 */
export function holdForOutgoingRequests(clock: VirtualClock): () => void {
  const holds = new Holds(clock)
  const listeners: readonly (readonly [string, Listener])[] = [
    ['http.client.request.created', onCreated(holds)],
    ['http.client.response.finish', onRequest((request) => holds.resume(request))],
    ['undici:request:create', onRequest((request) => holds.take(request))],
    ['undici:request:headers', onFetchHeaders(holds)],
    ['undici:request:trailers', onRequest((request) => holds.releaseSoon(request))],
    ['undici:request:error', onRequest((request) => holds.releaseSoon(request))],
  ]
  for (const [channel, listener] of listeners) subscribe(channel, listener)
  return () => {
    for (const [channel, listener] of listeners) unsubscribe(channel, listener)
  }
}

class Holds {
  readonly #clock: VirtualClock
  readonly #releases = new WeakMap<object, () => void>()
  readonly #paused = new WeakMap<object, Sleeper>()

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  take(request: object): void {
    if (!this.#releases.has(request)) this.#releases.set(request, this.#clock.hold())
  }

  /** The request sleeps at the simulator: nothing here happens before its answer. */
  pause(request: object): void {
    if (!this.#releases.has(request)) return
    const sleeper: Sleeper = { atMs: farFutureMs, isRef: true, wake: () => undefined }
    this.#paused.set(request, sleeper)
    this.#clock.add(sleeper)
    this.#releaseHold(request)
  }

  resume(request: object): void {
    if (!this.#paused.has(request)) return
    this.take(request)
    this.#wakeUp(request)
  }

  /** A turn later, so that whoever awaits the answer has begun to work on it. */
  releaseSoon(request: object): void {
    setImmediate(() => {
      this.#releaseHold(request)
      this.#wakeUp(request)
    })
  }

  #releaseHold(request: object): void {
    this.#releases.get(request)?.()
    this.#releases.delete(request)
  }

  #wakeUp(request: object): void {
    const sleeper = this.#paused.get(request)
    if (sleeper !== undefined) this.#clock.remove(sleeper)
    this.#paused.delete(request)
  }
}

// Shapes of the messages are Node's and undici's documented ones.
function onRequest(handle: (request: object) => void): Listener {
  return (message) => handle((message as { request: object }).request)
}

function onCreated(holds: Holds): Listener {
  return (message) => {
    const { request } = message as { request: ClientRequest }
    if (request.path.startsWith('/_clock')) return
    holds.take(request)
    request.on('information', () => holds.pause(request))
    request.once('close', () => holds.releaseSoon(request))
  }
}

function onFetchHeaders(holds: Holds): Listener {
  return (message) => {
    const { request, response } = message as { request: object; response: { statusCode: number } }
    if (response.statusCode < 200) holds.pause(request)
    else holds.resume(request)
  }
}
