import { cancellation } from './cancellation.ts'
import { ActionError } from './errors.ts'
import { githubHost } from './github-host.ts'
import type { Host } from './host.ts'

/** What the post part of an action works with. */
export interface PostContext {
  readonly host: Host
  /** Aborted when the job is cancelled once more, while the post part is at work. */
  readonly signal: AbortSignal
}

/**
 * Runs the post part of an action, which tidies up after the job. The job is over by then: whatever is thrown becomes a
 * warning, and nothing makes it red. It never throws itself.
 */
export async function runPost(
  work: (context: PostContext) => Promise<void>,
  host: Host = githubHost(),
): Promise<void> {
  const cancelling = cancellation()
  try {
    await work({ host, signal: cancelling.signal })
  } catch (error) {
    host.warning(`Tidying up after this step did not work: ${describe(error)}`)
    if (!(error instanceof ActionError) && error instanceof Error) host.debug(error.stack ?? '')
  } finally {
    cancelling.release()
  }
}

function describe(error: unknown): string {
  if (error instanceof ActionError) return `${error.message}\nWhat to do: ${error.remedy}`
  return error instanceof Error ? error.message : String(error)
}
