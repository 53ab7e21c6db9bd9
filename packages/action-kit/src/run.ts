import { cancellation, CancelledError } from './cancellation.ts'
import type { CommonOutput, Contract } from './contract.ts'
import { ActionError, toActionError } from './errors.ts'
import { githubHost } from './github-host.ts'
import type { Host, OutputKind } from './host.ts'
import { parseInputs, type InputTable, type Parsed, type ParseOptions } from './inputs/index.ts'
import { commentOnPullRequest, type PullRequestComment } from './pull-request/index.ts'
import { errorSummary } from './summary/error-summary.ts'

/** What an action gives back when it comes to its end, be it green or red. */
export interface Report<Output extends string = string> {
  /** One of the contract's outcomes. */
  readonly outcome: string
  readonly outputs: Readonly<Partial<Record<Output, string>>>
  /** Markdown; empty for none. */
  readonly summary: string
  /** What makes the step red; without it the step is green. */
  readonly failure?: ActionError
}

/** What an action works with. */
export interface ActionContext<Inputs extends InputTable, Output extends string> {
  readonly host: Host
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  /** Reads and checks the inputs; throws one error with all problems. */
  parseInputs(options?: ParseOptions<Inputs>): Parsed<Inputs>
  /** Sets an output the moment it is known; a report sets the rest. */
  setOutput(name: Output | CommonOutput, value: string): void
  /**
   * Asks for what the summary will say to be kept as a comment on the pull request of the run, whatever becomes of the
   * step from here on.
   */
  keepComment(comment: KeptComment): void
}

/** Where the summary of a step is kept as a comment; see {@link commentOnPullRequest}. */
export type KeptComment = Pick<PullRequestComment, 'token' | 'target'>

/** An action: its contract and its story. */
export interface Action<
  Inputs extends InputTable,
  Outputs extends Readonly<Record<string, string>>,
> {
  readonly contract: Contract<Inputs, Outputs>
  readonly main: (
    context: ActionContext<Inputs, keyof Outputs & string>,
  ) => Promise<Report<keyof Outputs & string>>
}

/** The context of the action that has this contract. */
export type ContextOf<C> =
  C extends Contract<infer Inputs, infer Outputs>
    ? ActionContext<Inputs, keyof Outputs & string>
    : never

/** The report of the action that has this contract. */
export type ReportOf<C> =
  C extends Contract<infer _, infer Outputs> ? Report<keyof Outputs & string> : never

/**
 * Runs an action from its inputs to its exit code. This is the one place that catches what an
 * action throws and the one that makes a step red. It never throws itself.
 */
export async function run<
  Inputs extends InputTable,
  Outputs extends Readonly<Record<string, string>>,
>(action: Action<Inputs, Outputs>, host: Host = githubHost()): Promise<void> {
  const cancelling = cancellation()
  const { signal } = cancelling
  let comment: KeptComment | undefined
  const keepComment = (asked: KeptComment): void => {
    comment = asked
  }
  const tellOnPullRequest = async (markdown: string): Promise<void> => {
    if (comment === undefined || markdown === '') return
    await commentOnPullRequest(host, signal, { ...comment, action: action.contract.name, markdown })
  }
  try {
    const report = await runUnder(action, { host, signal, keepComment })
    if (report.failure) fail(host, report.failure)
    for (const [name, value] of Object.entries(report.outputs)) {
      if (typeof value === 'string') host.setOutput(name, value, kindOf(action.contract, name))
    }
    setVerdict(host, report.outcome, report.failure)
    await writeSummary(host, report.summary)
    await tellOnPullRequest(report.summary)
  } catch (thrown) {
    const error =
      signal.aborted && isCancellation(thrown) ? cancelledError(thrown) : toActionError(thrown)
    fail(host, error)
    const cancelled = error.code === 'cancelled' && 'cancelled' in action.contract.outcomes
    setVerdict(host, cancelled ? 'cancelled' : 'failed', error)
    const summary = errorSummary(action.contract.title, error)
    await writeSummary(host, summary)
    await tellOnPullRequest(summary)
  } finally {
    cancelling.release()
  }
}

function runUnder<Inputs extends InputTable, Outputs extends Readonly<Record<string, string>>>(
  { contract, main }: Action<Inputs, Outputs>,
  given: Pick<ActionContext<Inputs, string>, 'host' | 'signal' | 'keepComment'>,
): Promise<Report<keyof Outputs & string>> {
  const { host } = given
  for (const [name, spec] of Object.entries(contract.inputs)) {
    const value = host.readInput(name)
    if (spec.sensitive && value) host.mask(value)
  }
  return main({
    ...given,
    parseInputs: (options) => parseInputs(contract.inputs, (name) => host.readInput(name), options),
    setOutput: (name, value) => host.setOutput(name, value, kindOf(contract, name)),
  })
}

function kindOf({ prose = [] }: Pick<Contract, 'prose'>, output: string): OutputKind {
  return prose.includes(output) ? 'prose' : 'data'
}

/** The exit code comes first: it counts even when telling about the error fails. */
function fail(host: Host, error: ActionError): void {
  host.setExitCode(1)
  host.error({ title: error.code, message: `${error.message}\nWhat to do: ${error.remedy}` })
  if (error.code === 'bug' && error.cause instanceof Error) host.info(error.cause.stack ?? '')
}

function setVerdict(host: Host, outcome: string, failure: ActionError | undefined): void {
  host.setOutput('outcome', outcome)
  if (failure) host.setOutput('failure', failure.code)
}

async function writeSummary(host: Host, markdown: string): Promise<void> {
  if (markdown === '') return
  try {
    await host.writeSummary(markdown)
  } catch (error) {
    host.warning(`The job summary could not be written: ${String(error)}`)
  }
}

function isCancellation(thrown: unknown): boolean {
  if (thrown instanceof CancelledError) return true
  return thrown instanceof Error && (thrown.name === 'AbortError' || isCancellation(thrown.cause))
}

function cancelledError(cause: unknown): ActionError {
  return new ActionError({
    code: 'cancelled',
    message: 'The job was cancelled while this step was at work.',
    remedy: 'Run the workflow again when it should go on; this step finds what was left.',
    cause,
  })
}
