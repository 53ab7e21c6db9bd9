import type { Account } from './account.ts'

/** What has happened to the account from outside, and when. */
interface Cause {
  readonly atMs: number
  readonly happen: (account: Account) => void
}

/** An account of the same world that lives `lagMs` later through all that happens to the original. */
class Replica {
  readonly #account: Account
  readonly #lagMs: number
  readonly #causes: Cause[] = []

  constructor(account: Account, lagMs: number) {
    this.#account = account
    this.#lagMs = lagMs
  }

  add(cause: Cause): void {
    this.#causes.push(cause)
  }

  /** Lets happen what had happened to the original `lagMs` before `nowMs`, each at its own moment. */
  catchUp(nowMs: number): Account {
    const { timeline } = this.#account.cloud
    const untilMs = nowMs - this.#lagMs
    for (;;) {
      const next = this.#causes[0]
      if (next === undefined || next.atMs > untilMs) break
      this.#causes.shift()
      timeline.runUntil(next.atMs)
      next.happen(this.#account)
    }
    timeline.runUntil(untilMs)
    return this.#account
  }
}

/**
 * The account as it was: what reads see that lag behind. For each lag a replica goes through the same
 * history later; since accounts are deterministic, ids and timestamps are those of the original.
 */
export class Past {
  readonly #replicas: ReadonlyMap<number, Replica>

  /** `create` makes an account as the original was when the first cause was recorded. */
  constructor(lagsMs: readonly number[], create: () => Account) {
    this.#replicas = new Map(lagsMs.map((lagMs) => [lagMs, new Replica(create(), lagMs)]))
  }

  /** Notes what happens to the original now. Causes come in order of time. */
  record(atMs: number, happen: (account: Account) => void): void {
    for (const replica of this.#replicas.values()) replica.add({ atMs, happen })
  }

  /** The account as it was `lagMs` before `nowMs`: one of the lags that there are replicas for. */
  asOf(lagMs: number, nowMs: number): Account {
    const replica = this.#replicas.get(lagMs)
    if (replica === undefined) throw new Error(`Nothing is kept of ${lagMs} ms ago.`)
    return replica.catchUp(nowMs)
  }
}
