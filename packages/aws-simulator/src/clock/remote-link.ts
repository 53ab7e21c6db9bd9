import { get, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { ClockLink } from './virtual-clock.ts'

/** A line that the authority sends: it is now `wake`, in the process's turn `turn`. */
export interface WakeLine {
  readonly wake: number
  readonly turn: number
}

/** A line that a process sends: it sleeps until `wait`, or (without it) is busy again. */
export interface WaitLine {
  readonly wait?: number
  readonly turn: number
}

/** Calls `handle` for each line of JSON that comes through the socket; all of them are plain ASCII. */
export function readLines(socket: Socket, handle: (line: unknown) => void): void {
  let rest = ''
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) handle(JSON.parse(line))
  })
}

/** The end in a process of its own of the connection to the authority. */
export class RemoteLink implements ClockLink {
  readonly startMs: number
  readonly #socket: Socket
  #turn = 0
  #isNeeded = false

  constructor(socket: Socket, startMs: number) {
    this.#socket = socket
    this.startMs = startMs
    socket.on('error', () => undefined)
    socket.on('close', () => this.#lost())
    socket.unref()
  }

  /** Has `wake` called whenever the authority says that it is this process's turn. */
  onWake(wake: (nowMs: number) => void): void {
    readLines(this.#socket, (line) => {
      // The authority writes nothing else.
      const { wake: nowMs, turn } = line as WakeLine
      this.#turn = turn
      wake(nowMs)
    })
  }

  wait(untilMs: number): void {
    this.#write({ wait: untilMs, turn: this.#turn })
  }

  withdraw(): void {
    this.#write({ turn: this.#turn })
  }

  keepAlive(isNeeded: boolean): void {
    this.#isNeeded = isNeeded
    if (isNeeded) this.#socket.ref()
    else this.#socket.unref()
  }

  /** Without the simulator nothing would ever wake this process: it must not end as if all were well. */
  #lost(): void {
    if (this.#isNeeded) throw new Error('The simulator has ended: virtual time stands still.')
  }

  #write(line: WaitLine): void {
    this.#socket.write(`${JSON.stringify(line)}\n`)
  }
}

/** Joins the authority at `clockUrl`, as the participant that was registered as `id` if one was. */
export function connect(clockUrl: string, id: string | undefined): Promise<RemoteLink> {
  const path = id === undefined ? '/_clock/join' : `/_clock/join?participant=${id}`
  const headers = { Connection: 'Upgrade', Upgrade: 'virtual-clock' }
  return new Promise((resolve, reject) => {
    const request = get(new URL(path, clockUrl), { headers, agent: false })
    request.on('upgrade', (answer: IncomingMessage, socket: Socket) => {
      resolve(new RemoteLink(socket, Number(answer.headers['x-virtual-now'])))
    })
    request.on('response', (answer) => {
      answer.resume()
      reject(new Error(`The clock at ${clockUrl} answered ${answer.statusCode}.`))
    })
    request.on('error', (cause) => {
      reject(new Error(`No clock answers at ${clockUrl}: is the simulator running?`, { cause }))
    })
  })
}
