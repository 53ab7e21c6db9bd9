import { realClearTimeout, realMilliseconds, realSetTimeout } from './real-time.ts'
import { farFutureMs } from './virtual-clock.ts'

/** One who sleeps and is woken: a process under virtual time, or one that is about to start. */
export interface Participant {
  readonly id: string
  /** Asleep until this moment, or busy. */
  untilMs: number | undefined
  /** Counts the wakings: a wait that was sent before the last of them has no meaning any more. */
  turn: number
  /**
   * Tells its process how late it is, and that it is its turn: it is to wake who is due there, and to
   * say again when it sleeps. Absent while the process has not connected yet.
   */
  wake?: (nowMs: number) => void
}

interface Parked {
  readonly atMs: number
  readonly release: () => void
  realTimer?: NodeJS.Timeout
}

export interface AuthorityOptions {
  readonly startMs: number
  /** Virtual milliseconds per real one while nobody takes part; 0 makes time stand still. */
  readonly speed: number
}

/** How long a parked answer is given to arrive before all are asked whether they still sleep. */
const releaseGraceMs = 3

/**
 * Decides how late it is. While nobody takes part, time flows as on the wall (times `speed`). As soon
 * as somebody does, it moves only when all participants sleep: to the moment of the first of them, who
 * alone is woken; of equal moments the one who joined first. So the order of what several processes do
 * is exact. Time never goes back.
 */
export class ClockAuthority {
  readonly #participants = new Map<string, Participant>()
  readonly #parked = new Set<Parked>()
  readonly #speed: number
  #nowMs: number
  #anchorMs = realMilliseconds()
  #lastId = 0
  #isReleasing = false

  constructor(options: AuthorityOptions) {
    this.#nowMs = options.startMs
    this.#speed = options.speed
  }

  /** Milliseconds since 1970 in virtual time. */
  now(): number {
    if (this.isVirtual) return this.#nowMs
    return this.#nowMs + Math.floor((realMilliseconds() - this.#anchorMs) * this.#speed)
  }

  /** Whether somebody takes part, so that time does not flow by itself. */
  get isVirtual(): boolean {
    return this.#participants.size > 0
  }

  get participantCount(): number {
    return this.#participants.size
  }

  /** Takes in a participant, busy until it says otherwise. */
  join(wake?: (nowMs: number) => void): Participant {
    this.#stopFlow()
    const participant: Participant = { id: `p-${++this.#lastId}`, untilMs: undefined, turn: 0 }
    if (wake !== undefined) participant.wake = wake
    this.#participants.set(participant.id, participant)
    return participant
  }

  find(id: string): Participant | undefined {
    return this.#participants.get(id)
  }

  leave(id: string): void {
    if (!this.#participants.has(id)) return
    const nowMs = this.now()
    this.#participants.delete(id)
    if (!this.isVirtual) this.#startFlow(nowMs)
    this.#settle()
  }

  /** The participant sleeps until `untilMs`, unless it has been woken since it said so. */
  wait(participant: Participant, untilMs: number, turn: number): void {
    if (turn !== participant.turn) return
    participant.untilMs = untilMs
    this.#settle()
  }

  /** The participant has something to do again. */
  withdraw(participant: Participant): void {
    participant.untilMs = undefined
  }

  /** Resolves when time has come to `atMs`: for an answer that is slow on purpose. */
  park(atMs: number): Promise<void> {
    return new Promise((release) => {
      const parked: Parked = { atMs, release }
      this.#parked.add(parked)
      if (!this.isVirtual) this.#startRealTimer(parked)
      this.#settle()
    })
  }

  /**
   * Resolves when virtual time has come to `atMs`, and holds it there until the returned function is
   * called: to do something to a process at an exact moment. That process must have joined or been
   * registered before, or else time goes to `atMs` at once.
   */
  stopAt(atMs: number): Promise<() => void> {
    return new Promise((resolve) => {
      const holder = this.join(() => {
        // Those who sleep longer learn what time it is, and fall asleep again.
        for (const other of this.#participants.values()) {
          if (other !== holder) this.#wake(other, this.#nowMs)
        }
        realSetTimeout(() => resolve(() => this.leave(holder.id)), releaseGraceMs)
      })
      this.wait(holder, atMs, holder.turn)
    })
  }

  /** Moves time on by hand, while nobody takes part. Returns whether it could. */
  moveTo(nowMs: number): boolean {
    if (this.isVirtual) return false
    this.#startFlow(Math.max(this.now(), nowMs))
    return true
  }

  /** Lets every parked answer go. */
  stop(): void {
    for (const parked of this.#parked) this.#release(parked)
    this.#participants.clear()
  }

  #settle(): void {
    if (!this.isVirtual || this.#isReleasing) return
    const next = this.#firstToWake()
    if (next === undefined) return
    const parked = this.#firstParked()
    if (parked !== undefined && parked.atMs <= this.#nowMs) this.#releaseInGrace(parked)
    else if (parked !== undefined && parked.atMs <= next.untilMs) this.#wakeAll(parked.atMs)
    else if (next.untilMs < farFutureMs) this.#wake(next.participant, next.untilMs)
  }

  /** The first sleeper, when everybody sleeps. */
  #firstToWake(): { participant: Participant; untilMs: number } | undefined {
    let first: { participant: Participant; untilMs: number } | undefined
    for (const participant of this.#participants.values()) {
      const { untilMs } = participant
      if (untilMs === undefined) return undefined
      if (first === undefined || untilMs < first.untilMs) first = { participant, untilMs }
    }
    return first
  }

  #firstParked(): Parked | undefined {
    return [...this.#parked].toSorted((a, b) => a.atMs - b.atMs)[0]
  }

  #wake(participant: Participant, atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs)
    participant.untilMs = undefined
    participant.turn += 1
    participant.wake?.(this.#nowMs)
  }

  /** Everybody learns how late it is, so that whoever gets the parked answer then has the right time. */
  #wakeAll(atMs: number): void {
    for (const participant of this.#participants.values()) this.#wake(participant, atMs)
  }

  /** Whose answer it is nobody knows: once it has arrived, all are asked anew. */
  #releaseInGrace(parked: Parked): void {
    this.#isReleasing = true
    this.#release(parked)
    realSetTimeout(() => {
      this.#isReleasing = false
      this.#wakeAll(this.#nowMs)
      this.#settle()
    }, releaseGraceMs)
  }

  #release(parked: Parked): void {
    realClearTimeout(parked.realTimer)
    this.#parked.delete(parked)
    parked.release()
  }

  #stopFlow(): void {
    if (this.isVirtual) return
    this.#nowMs = this.now()
    for (const parked of this.#parked) realClearTimeout(parked.realTimer)
  }

  #startFlow(nowMs: number): void {
    this.#nowMs = nowMs
    this.#anchorMs = realMilliseconds()
    for (const parked of this.#parked) this.#startRealTimer(parked)
  }

  #startRealTimer(parked: Parked): void {
    realClearTimeout(parked.realTimer)
    if (this.#speed === 0) return
    const realMs = Math.max(0, (parked.atMs - this.now()) / this.#speed)
    parked.realTimer = realSetTimeout(() => this.#release(parked), realMs)
  }
}
