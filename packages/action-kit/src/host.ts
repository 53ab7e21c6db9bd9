/** Where a library says what it does. Only the kit turns this into what GitHub shows. */
export interface Log {
  /** For the user: decisions, progress, links. */
  info(message: string): void
  /** For the user to act upon; shown as an annotation. */
  warning(message: string): void
  /** For whoever debugs a run with `ACTIONS_STEP_DEBUG`. Never a value that may be secret. */
  debug(message: string): void
}

/** Whether an output is for programs, as most are, or for people to read. */
export type OutputKind = 'data' | 'prose'

/** An error as an annotation shows it. */
export interface Annotation {
  readonly title: string
  readonly message: string
}

/** A line of a file of the checkout. */
export interface Place {
  /** From the root of the checkout. */
  readonly file: string
  readonly line?: number | undefined
}

/**
 * All that an action wants of the machine it runs on. One implementation talks to GitHub's runner,
 * one records what it is told, for tests. Both hide masked values in everything they pass on; in
 * outputs that are no prose only where they stand alone.
 */
export interface Host extends Log {
  /** With a place, GitHub shows it beside that line of the changed files. */
  warning(message: string, place?: Place): void
  error(annotation: Annotation): void
  startGroup(title: string): void
  endGroup(): void
  /**
   * Hides a value that is known to be secret in everything that is printed from now on, in all forms in which it may be
   * printed, unless it is ordinary or a part of one of the names that the log has to name; see `Masker`.
   */
  mask(value: string, publicNames?: readonly string[]): void
  /** The text with every masked value hidden, for what leaves by another way than this host. */
  hide(text: string): string
  /** The text of an input; undefined when it was not set at all. */
  readInput(name: string): string | undefined
  /** An environment variable of the job; undefined when it was not set at all. */
  readVariable(name: string): string | undefined
  /** The environment for a program that is started: all but the inputs and the state of this step, which may be secret. */
  environmentForPrograms(): Readonly<Record<string, string>>
  /**
   * Hands a variable, as it is, to the later steps of the job; neither this process nor what it starts gets it. Throws
   * an `input` error for a name that GitHub does not take.
   */
  setVariable(name: string, value: string): void
  /** Keeps a text, never a secret, for the post part of this step. */
  saveState(name: string, value: string): void
  /** What an earlier part of this step kept; undefined when it kept nothing. */
  readState(name: string): string | undefined
  setOutput(name: string, value: string, kind?: OutputKind): void
  writeSummary(markdown: string): Promise<void>
  setExitCode(code: 0 | 1): void
  /** A folder of the job's own, emptied when the job ends. */
  readonly temporaryFolder: string
  /** Facts about the run. */
  readonly run: RunFacts
}

/** What GitHub says about the run; empty where it says nothing. */
export interface RunFacts {
  readonly id: string
  readonly attempt: string
  /** Id of the job in its workflow. */
  readonly job: string
  /** Id of the step in its job; GitHub numbers those that have none. */
  readonly step: string
  readonly workflow: string
  /** File of the workflow with its repository: `owner/repo/.github/workflows/deploy.yml`. */
  readonly workflowFile: string
  readonly repository: string
  readonly sha: string
  /** Link to the run, or undefined outside GitHub. */
  readonly url: string | undefined
}

/** Runs `work` inside a log group that is closed whatever happens. */
export async function inGroup<T>(host: Host, title: string, work: () => Promise<T>): Promise<T> {
  host.startGroup(title)
  try {
    return await work()
  } finally {
    host.endGroup()
  }
}
