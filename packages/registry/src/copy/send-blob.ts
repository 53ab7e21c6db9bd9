import { ActionError } from '@deploy-actions/action-kit'
import { faultsIn, wordsIn } from '../distribution/registry-errors.ts'
import { isRefusal } from '../distribution/session.ts'
import { setbackIn, type Answer } from '../http/ask.ts'
import { IdleLimit } from '../http/idle-limit.ts'
import { networkFailure } from '../http/network-failure.ts'
import { registryOrigin } from '../http/origins.ts'
import type { Setback } from '../http/persist.ts'
import { readBody } from '../http/read-body.ts'
import type { Descriptor } from '../manifest/descriptor.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { Connection } from '../store/connection.ts'
import { isTaken } from '../store/distribution-tags.ts'
import { noRepository } from '../store/manifests.ts'
import { checkedStream } from './checked-stream.ts'
import { BrokenOffError, openBlob } from './read-blob.ts'

/** A registry may need some time for what it received, before it answers. */
const idleSeconds = 180

/** From where to where a blob is sent. */
export interface Transfer {
  readonly source: Connection
  readonly target: Connection
  readonly blob: Descriptor
  /** Called for each piece, with the sum so far; begins again when the blob has to be sent again. */
  readonly onBytes: (sentBytes: number) => void
}

/** An upload that came to nothing. */
export interface UploadSetback extends Setback {
  /** The registry asked for a new login, and got one. */
  readonly isLogin?: boolean
}

/**
 * Begins an upload, or mounts the blob from another repository of the same registry. Returns the
 * address to upload to, or undefined where the blob was mounted. Throws `input` for a repository that
 * is not there.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
export async function beginUpload(
  { target, blob }: Pick<Transfer, 'target' | 'blob'>,
  mountFrom: string | undefined,
): Promise<URL | undefined> {
  const { session, context, at } = target
  const query =
    mountFrom === undefined
      ? ''
      : `?${new URLSearchParams({ mount: blob.digest, from: mountFrom }).toString()}`
  const asked = { path: `blobs/uploads/${query}`, method: 'POST' }
  const answer = await target.attempt((transport) => session.ask(asked, transport))
  if (answer.status === 201 && mountFrom !== undefined) return undefined
  const location = answer.headers.get('location')
  if (isTaken(answer) && location !== null) {
    const base = new URL(
      `/v2/${at.repository}/blobs/uploads/`,
      registryOrigin(at.host, context.mirrors),
    )
    return new URL(location, base)
  }
  if (faultsIn(answer).some(({ code }) => code === 'NAME_UNKNOWN')) {
    throw noRepository(at, wordsIn(answer))
  }
  // A registry that knows no mounting may refuse it, instead of beginning an upload.
  if (mountFrom !== undefined) return beginUpload({ target, blob }, undefined)
  throw notTaken(target, blob, answer)
}

/**
 * Sends a blob to the address of its upload, in one request, while it is read from its source. Undefined when the
 * registry has it. `logins` says how often in a row it asked for a login. Throws what cannot be helped by sending it
 * again.
 */
export async function sendBlob(
  transfer: Transfer,
  address: URL,
  logins: number,
): Promise<UploadSetback | undefined> {
  const { source, target, blob } = transfer
  const idle = new IdleLimit(idleSeconds, target.context.signal)
  const stream = new WatchedStream(transfer, idle)
  address.searchParams.set('digest', blob.digest)
  try {
    const bytes = await openBlob(source.under(idle.signal), blob)
    idle.touch()
    const opened = await target.session.open(
      {
        path: address,
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(blob.sizeBytes),
        },
        body: stream.watch(bytes),
      },
      { mirrors: target.context.mirrors, signal: idle.signal },
    )
    if (isRefusal(opened.response)) {
      await target.attempt((transport) => target.session.logInAfter(opened, logins, transport))
      return { ...again(target, 'asked for a new login'), isLogin: true }
    }
    const { status, headers } = opened.response
    return judge(transfer, { status, headers, body: await readBody(opened.response) })
  } catch (error) {
    target.context.signal.throwIfAborted()
    // What the source has against it counts, not that the request broke off for it.
    const cause = stream.failure ?? error
    if (cause instanceof BrokenOffError) return cause.setback
    if (cause instanceof NotCheckedError || cause instanceof ActionError) throw cause
    const ends = `The way from ${source.at.host} to ${target.at.host}`
    return idle.signal.aborted
      ? networkFailure(ends, idle.signal.reason)
      : networkFailure(target.at.host, cause)
  } finally {
    idle.end()
  }
}

/** Sees bytes pass, and why they ended if they did not end well. */
class WatchedStream {
  failure: unknown
  readonly #transfer: Transfer
  readonly #idle: IdleLimit

  constructor(transfer: Transfer, idle: IdleLimit) {
    this.#transfer = transfer
    this.#idle = idle
  }

  async *watch(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { source, blob, onBytes } = this.#transfer
    const count = (sentBytes: number): void => {
      this.#idle.touch()
      onBytes(sentBytes)
    }
    try {
      yield* checkedStream(bytes, blob, { host: source.at.host, onBytes: count })
    } catch (error) {
      this.failure = error
      throw error
    }
  }
}

function judge({ target, blob }: Transfer, answer: Answer): Setback | undefined {
  if (isTaken(answer)) return undefined
  const setback = setbackIn(target.at.host, answer)
  if (setback !== undefined) return setback
  const isLost = faultsIn(answer).some(({ code }) => code.startsWith('BLOB_UPLOAD_'))
  const isBroken = faultsIn(answer).some(({ code }) => code === 'DIGEST_INVALID')
  if (isLost || isBroken || answer.status === 404 || answer.status === 416) {
    return again(target, `lost the upload (${wordsIn(answer)})`)
  }
  throw notTaken(target, blob, answer)
}

function again({ at }: Connection, what: string): Setback {
  return {
    isTransient: true,
    notChecked: {
      kind: 'not-checked',
      reason: 'unreachable',
      message: `${at.host} ${what} in the middle of an upload to ${at.repository}.`,
      remedy: 'Run the step again: what was sent whole is not sent again.',
    },
  }
}

function notTaken({ at }: Connection, { digest, sizeBytes }: Descriptor, answer: Answer) {
  return new ActionError({
    code: 'service-error',
    message: `${formatImage(at)} did not take a part of the image, ${digest} of ${sizeBytes} bytes (${wordsIn(answer)}).`,
    remedy:
      answer.status === 413
        ? 'Raise the limit on the size of requests, of the registry or of the proxy before it.'
        : 'Look at what the registry says above: it may be read-only, or its storage full.',
  })
}
