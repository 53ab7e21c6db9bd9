import type { Faults, Mishap } from '../../server/faults.ts'
import type { LoggedRequest } from '../../server/request-log.ts'
import type { Account } from '../../world/account.ts'
import type { Past } from '../../world/past.ts'
import type { RegistryOperation, RoutedOperation } from '../operations.ts'
import { emptyAnswer, jsonAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import { authorize, type Asked } from './authorize.ts'
import { answerLayer } from './layer-storage.ts'
import { listTags } from './list-tags.ts'
import { pullBlob } from './pull-blob.ts'
import { pullManifest } from './pull-manifest.ts'
import { pushBlob, type PushContext } from './push-blob.ts'
import { pushManifest } from './push-manifest.ts'
import { countPull } from './rate-limited.ts'
import { routeOf, type RegistryCallHead } from './route.ts'
import { answerToken } from './token-service.ts'
import { Uploads } from './uploads.ts'

export interface RegistryGatewayOptions {
  readonly account: Account
  readonly past: Past
  readonly faults: Faults
  readonly startMs: number
  /** The log of all calls, those of AWS as well. */
  readonly requests: LoggedRequest[]
}

/** What becomes of a request. */
export interface RegistryOutcome {
  readonly answer: RegistryAnswer
  /** The connection is to be cut instead of answered. */
  readonly isReset: boolean
  /** How much of the answer is sent before the connection is cut; none of it if absent. */
  readonly cutAfterBytes?: number
  readonly delayMs: number
}

/** A request that has begun to arrive. */
export interface ReceivedRequest {
  /** The connection is cut when so many bytes of the body have arrived. */
  readonly cutAfterBytes: number | undefined
  /** What becomes of it when all of its body is there. */
  answer(body: Buffer): RegistryOutcome
}

/** Where requests to all registries arrive: logs them, lets faults befall them, answers them. */
export class RegistryGateway {
  readonly #options: RegistryGatewayOptions
  readonly #uploads = new Uploads()

  constructor(options: RegistryGatewayOptions) {
    this.#options = options
  }

  /** Takes a request to a registry, whose body is still to come. */
  receive(head: RegistryCallHead): ReceivedRequest {
    const route = routeOf(head)
    if (route === 404) return answered(plainAnswer(404, '404 page not found'))
    if (route === 405) return answered(plainAnswer(405, 'Method not allowed'))
    const { host } = head
    const { operation, name: repository, reference } = route
    const registry = this.#options.account.cloud.registries.get(host)
    const input = {
      host,
      ...(repository !== '' && { repository }),
      ...(reference !== '' && { reference }),
    }
    const { logged, mishap } = this.#log(operation, input)
    const isPushed = operation.startsWith('Push')
    if (isPushed && mishap?.cutAfterBytes !== undefined) logged.error = 'reset'
    return {
      cutAfterBytes: isPushed ? mishap?.cutAfterBytes : undefined,
      answer: (body) =>
        befall(mishap, logged, () => this.#answer({ call: { ...head, body }, route, registry })),
    }
  }

  /** Answers a request to the storage that ECR has its layers in. */
  handleLayer(request: Parameters<typeof answerLayer>[1]): RegistryOutcome {
    const { cloud } = this.#options.account
    const input = { url: request.url.split('?')[0] }
    const { logged, mishap } = this.#log('DownloadLayer', input)
    return befall(mishap, logged, () => answerLayer(cloud, request))
  }

  #log(operation: RegistryOperation, input: object) {
    const { account, past, faults, startMs, requests } = this.#options
    const at = account.cloud.timeline.now()
    const logged: LoggedRequest = { operation, at, input }
    requests.push(logged)
    past.record(at.getTime(), (other) => other.noteCall(operation))
    account.noteCall(operation)
    return { logged, mishap: faults.next(operation, at.getTime() - startMs) }
  }

  #answer(asked: Asked): RegistryAnswer {
    const { cloud } = this.#options.account
    const { call, route, registry } = asked
    if (route.operation === 'RegistryToken') {
      if (registry.authentication === 'token') return answerToken(call, registry, cloud)
      return plainAnswer(404, '404 page not found')
    }
    authorize(asked, cloud)
    countPull(registry, route, cloud.timeline.nowMs())
    return answers[route.operation](asked, {
      cloud,
      uploads: this.#uploads,
      change: (effect) => {
        this.#options.past.record(cloud.timeline.nowMs(), (other) => effect(other.cloud))
        effect(cloud)
      },
    })
  }
}

type Answer = (asked: Asked, context: PushContext) => RegistryAnswer

const answers: Readonly<Record<Exclude<RoutedOperation, 'RegistryToken'>, Answer>> = {
  PingRegistry: () => jsonAnswer(200, {}),
  PullManifest: (asked, { cloud }) => pullManifest(asked, cloud),
  HeadManifest: (asked, { cloud }) => pullManifest(asked, cloud),
  PullBlob: (asked, { cloud }) => pullBlob(asked, cloud),
  HeadBlob: (asked, { cloud }) => pullBlob(asked, cloud),
  ListTags: (asked, { cloud }) => listTags(asked, cloud),
  BeginUpload: pushBlob,
  PushBlob: pushBlob,
  PushManifest: pushManifest,
}

function befall(
  mishap: Mishap | undefined,
  logged: LoggedRequest,
  act: () => RegistryAnswer,
): RegistryOutcome {
  const isLost = mishap?.isReset === true || mishap?.error !== undefined
  const cutAfterBytes = mishap?.cutAfterBytes
  const isCarriedOut = !isLost || mishap.fault.takesEffect === true || cutAfterBytes !== undefined
  const answer = isCarriedOut ? refusable(act, logged) : emptyAnswer(200, {})
  const delayMs = mishap?.delayMs ?? 0
  if (mishap?.isReset === true) {
    logged.error = 'reset'
    return { answer, isReset: true, delayMs, ...(cutAfterBytes !== undefined && { cutAfterBytes }) }
  }
  if (mishap?.error === undefined) return { answer, isReset: false, delayMs }
  const { name, message, status } = mishap.error
  logged.error = name
  return { answer: new RegistryError(name, message, { status }).answer, isReset: false, delayMs }
}

function refusable(act: () => RegistryAnswer, logged: LoggedRequest): RegistryAnswer {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    logged.error = error.code
    return error.answer
  }
}

function answered(answer: RegistryAnswer): ReceivedRequest {
  return { cutAfterBytes: undefined, answer: () => ({ answer, isReset: false, delayMs: 0 }) }
}

function plainAnswer(status: number, text: string): RegistryAnswer {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return { status, headers, body: Buffer.from(`${text}\n`) }
}
