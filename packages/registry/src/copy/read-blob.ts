import { ActionError } from '@deploy-actions/action-kit'
import { isRefusal, type Opened } from '../distribution/session.ts'
import { wordsIn } from '../distribution/registry-errors.ts'
import { setbackIn } from '../http/ask.ts'
import { networkFailure } from '../http/network-failure.ts'
import { persist, type Setback } from '../http/persist.ts'
import { readBody } from '../http/read-body.ts'
import type { Descriptor } from '../manifest/descriptor.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { Connection } from '../store/connection.ts'
import { perseverance } from './perseverance.ts'

/** Why the bytes of a blob do not come any more: to begin again a little later may help. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError'
  readonly setback: Setback

  constructor(setback: Setback) {
    super(setback.notChecked.message)
    this.setback = setback
  }
}

/**
 * Asks for a blob, as long as the source needs. Returns its bytes as they come: where the connection breaks, they go
 * on from there, if the source answers at once; otherwise they end with a {@link BrokenOffError}, since an upload does
 * not wait for long. Throws `image` where the blob is not there, and a NotCheckedError where the source does not give it.
 */
export async function openBlob(
  source: Connection,
  blob: Descriptor,
): Promise<AsyncGenerator<Uint8Array>> {
  const reader = new BlobReader(source, blob)
  const first = await persist(() => reader.tryOpen(), perseverance(source.context))
  return bytesOf(reader, first)
}

async function* bytesOf(reader: BlobReader, first: Response): AsyncGenerator<Uint8Array> {
  yield* reader.read(first)
  while (!reader.isAtEnd) {
    const outcome = await reader.tryOpen()
    if ('isTransient' in outcome) throw new BrokenOffError(outcome)
    yield* reader.read(outcome)
  }
}

class BlobReader {
  readonly #source: Connection
  readonly #blob: Descriptor
  /** How many bytes were read. */
  #position = 0
  #breaks = 0
  #isOver = false

  constructor(source: Connection, blob: Descriptor) {
    this.#source = source
    this.#blob = blob
  }

  get isAtEnd(): boolean {
    return this.#isOver
  }

  /** What comes until the end, or until the connection breaks. */
  async *read(response: Response): AsyncGenerator<Uint8Array> {
    let skipped = response.status === 206 ? this.#position : 0
    try {
      // A body is bytes, whatever the type of its stream leaves open.
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        const known = Math.min(this.#position - skipped, chunk.byteLength)
        skipped += known
        const fresh = chunk.subarray(known)
        if (fresh.byteLength === 0) continue
        this.#position += fresh.byteLength
        skipped += fresh.byteLength
        yield fresh
      }
      this.#isOver = true
    } catch (error) {
      this.#breakOff(error)
    }
  }

  /** Breaks are forgiven as long as they are few. */
  #breakOff(error: unknown): void {
    const { context, at } = this.#source
    context.signal.throwIfAborted()
    // There is nothing after the last byte to go on from.
    this.#isOver = this.#position >= this.#blob.sizeBytes
    if (this.#isOver) return
    const { notChecked, isTransient } = networkFailure(at.host, error)
    this.#breaks += 1
    if (!isTransient || this.#breaks > maximumBreaks) throw new NotCheckedError(notChecked)
    context.log.debug(`${notChecked.message} Going on from byte ${this.#position}.`)
  }

  async tryOpen(): Promise<Response | Setback> {
    const { session, context, at } = this.#source
    try {
      for (let logins = 0; ; logins++) {
        const opened = await session.open({ path: this.#path, headers: this.#headers }, context)
        if (!isRefusal(opened.response)) return await this.#accepted(opened)
        await this.#source.attempt((transport) => session.logInAfter(opened, logins, transport))
      }
    } catch (error) {
      if (error instanceof NotCheckedError || error instanceof ActionError) throw error
      context.signal.throwIfAborted()
      return networkFailure(at.host, error)
    }
  }

  async #accepted({ response }: Opened): Promise<Response | Setback> {
    const { status, headers } = response
    if (status === 200 || status === 206) return response
    const answer = { status, headers, body: await readBody(response) }
    const setback = setbackIn(this.#source.at.host, answer)
    if (setback !== undefined) return setback
    throw notServed(this.#source, this.#blob, wordsIn(answer))
  }

  get #path(): string {
    return `blobs/${this.#blob.digest}`
  }

  get #headers(): Readonly<Record<string, string>> {
    // Whatever is compressed on the way would not have the digest.
    const encoding = { 'accept-encoding': 'identity' }
    return this.#position === 0 ? encoding : { ...encoding, range: `bytes=${this.#position}-` }
  }
}

const maximumBreaks = 10

function notServed({ at }: Connection, { digest }: Descriptor, words: string): ActionError {
  return new ActionError({
    code: 'image',
    message: `${formatImage(at)} does not serve a part of the image, ${digest} (${words}).`,
    remedy: 'Push the image again: what the registry has of it is not whole.',
  })
}
