import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ClockAuthority, Participant } from './authority.ts'
import { readLines, type WaitLine, type WakeLine } from './remote-link.ts'

export const clockPath = '/_clock'

/**
 * The clock over HTTP.
 * - `GET /_clock`: what time it is and how many take part.
 * - `POST /_clock?to=ISO` moves time on by hand; 409 while somebody takes part.
 * - `POST /_clock/participants` registers a process before it starts, `DELETE …/ID` when it has ended.
 * - `GET /_clock/join[?participant=ID]` with `Upgrade: virtual-clock` is a process's own connection.
 */
export class ClockServer {
  readonly #authority: ClockAuthority

  constructor(authority: ClockAuthority) {
    this.#authority = authority
  }

  /** Answers a request under `/_clock`. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? clockPath, 'http://clock')
    const [, , collection, id] = url.pathname.split('/')
    if (collection === 'participants' && request.method === 'POST') {
      return answer(response, 201, { id: this.#authority.join().id })
    }
    if (collection === 'participants' && request.method === 'DELETE' && id !== undefined) {
      this.#authority.leave(id)
      return answer(response, 200, this.#state())
    }
    if (collection === undefined && request.method === 'GET') {
      return answer(response, 200, this.#state())
    }
    if (collection === undefined && request.method === 'POST') {
      return this.#moveByHand(url.searchParams.get('to') ?? '', response)
    }
    return answer(response, 404, { message: 'The clock does not know this address.' })
  }

  /** Makes a socket that asked for it the connection of a participant. */
  upgrade(request: IncomingMessage, socket: Socket): void {
    const url = new URL(request.url ?? clockPath, 'http://clock')
    if (url.pathname !== `${clockPath}/join`) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    const wake = (nowMs: number) => send(socket, { wake: nowMs, turn: participant.turn })
    const registered = this.#authority.find(url.searchParams.get('participant') ?? '')
    const isExpected = registered !== undefined && registered.wake === undefined
    const participant = isExpected ? registered : this.#authority.join(wake)
    if (isExpected) participant.wake = wake
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: virtual-clock\r\n' +
        `X-Virtual-Now: ${this.#authority.now()}\r\n\r\n`,
    )
    readLines(socket, (line) => this.#obey(participant, line))
    // Sockets of HTTP stay half open: without an answer to its end, a process that is gone stays for ever.
    socket.on('end', () => socket.end())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#closed(participant, isExpected))
  }

  #obey(participant: Participant, line: unknown): void {
    // Only our own preload speaks this protocol.
    const { wait, turn } = line as WaitLine
    if (wait === undefined) this.#authority.withdraw(participant)
    else this.#authority.wait(participant, wait, turn)
  }

  /** Who was registered beforehand stays, busy, until its starter has seen it end. */
  #closed(participant: Participant, isExpected: boolean): void {
    if (!isExpected) return this.#authority.leave(participant.id)
    this.#authority.withdraw(participant)
    participant.wake = () => undefined
  }

  #state(): object {
    const nowMs = this.#authority.now()
    return {
      now: nowMs,
      iso: new Date(nowMs).toISOString(),
      participants: this.#authority.participantCount,
    }
  }

  #moveByHand(to: string, response: ServerResponse): void {
    const toMs = Date.parse(to)
    if (Number.isNaN(toMs)) {
      return answer(response, 400, { message: 'Say when: POST /_clock?to=2026-01-01T00:30:00Z' })
    }
    const hasMoved = this.#authority.moveTo(toMs)
    return answer(response, hasMoved ? 200 : 409, this.#state())
  }
}

function send(socket: Socket, line: WakeLine): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(line)}\n`)
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(`${JSON.stringify(body)}\n`)
}
