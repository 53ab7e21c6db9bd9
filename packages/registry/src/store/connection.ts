import { ActionError, type Log } from '@deploy-actions/action-kit'
import { Attempt } from '../attempt.ts'
import type { Session } from '../distribution/session.ts'
import type { Transport } from '../http/ask.ts'
import { neededError, NotCheckedError } from '../not-checked.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import type { Mirrors } from '../reference/mirrors.ts'

/** What requests are made under. */
export interface ConnectionContext {
  readonly mirrors: Mirrors
  readonly log: Log
  /** The signal of the run. */
  readonly signal: AbortSignal
}

/** A change is worth waiting for: about a minute of trouble is outlasted, and pauses that a registry asks for. */
const patience = { seconds: 180, maximumTries: 9 }

/** A repository of a registry as the distribution protocol reaches it, and what requests are made under. */
export class Connection {
  readonly session: Session
  readonly context: ConnectionContext

  constructor(session: Session, context: ConnectionContext) {
    this.session = session
    this.context = context
  }

  get at(): Pick<ImageReference, 'host' | 'repository'> {
    return this.session.at
  }

  /** The same repository, under a signal that may end before the run does. */
  under(signal: AbortSignal): Connection {
    return new Connection(this.session, { ...this.context, signal })
  }

  /**
   * Does one piece of work, which ends when the patience is over. Throws the reason of the signal, an
   * ActionError, or a NotCheckedError for what stands in the way.
   */
  async attempt<T>(work: (transport: Transport) => Promise<T>): Promise<T> {
    const { signal: run, log, mirrors } = this.context
    const attempt = new Attempt({ run, log, host: this.at.host, ...patience })
    try {
      return await work({ mirrors, attempt })
    } catch (error) {
      if (error instanceof ActionError) throw error
      throw new NotCheckedError(attempt.explain(error))
    } finally {
      attempt.end()
    }
  }
}

/**
 * Does work that is needed: what stands in its way is an `access-denied` or a `service-error`, and no
 * longer something that was not checked.
 */
export async function needed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof NotCheckedError ? neededError(error.notChecked, error) : error
  }
}
