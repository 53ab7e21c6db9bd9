import { tmpdir } from 'node:os'
import type { Annotation, Host, Place, RunFacts } from '../host.ts'
import { Masker } from '../masking/masker.ts'
import { withoutCommands } from '../workflow-commands.ts'

/** What a {@link RecordingHost} was told. */
export interface Recorded {
  readonly log: string[]
  readonly warnings: string[]
  /** Where the warnings belong that have a place, by their words. */
  readonly warningPlaces: Record<string, Place>
  readonly errors: Annotation[]
  readonly outputs: Record<string, string>
  /** What later steps find in their environment: secrets too, for that is what it is for. */
  readonly variables: Record<string, string>
  /** What was kept for the post part of the step. */
  readonly state: Record<string, string>
  summary: string
  exitCode: 0 | 1
}

/** A host for tests that keeps everything it is told: all that a person could read of a step. */
export interface RecordingHost extends Host {
  readonly recorded: Recorded
}

/** Records what an action says. `inputs` are what the workflow's `with` gives. */
export function recordingHost(
  inputs: Readonly<Record<string, string>>,
  options: {
    readonly run?: Partial<RunFacts>
    readonly temporaryFolder?: string
    /** The environment of the step. */
    readonly variables?: Readonly<Record<string, string>>
    /** What an earlier part of the step kept. */
    readonly state?: Readonly<Record<string, string>>
  } = {},
): RecordingHost {
  const masker = new Masker()
  const recorded: Recorded = {
    log: [],
    warnings: [],
    warningPlaces: {},
    errors: [],
    outputs: {},
    variables: {},
    state: {},
    summary: '',
    exitCode: 0,
  }
  const say = (message: string): void => {
    recorded.log.push(withoutCommands(masker.hide(message)))
  }
  return {
    recorded,
    info: say,
    debug: say,
    warning: (message, place) => {
      recorded.warnings.push(masker.hide(message))
      if (place !== undefined) recorded.warningPlaces[masker.hide(message)] = place
    },
    error: ({ title, message }) => recorded.errors.push({ title, message: masker.hide(message) }),
    startGroup: say,
    endGroup: () => undefined,
    mask: (value, publicNames) => {
      masker.add(value, publicNames)
    },
    hide: (text) => masker.hide(text),
    readInput: (name) => inputs[name],
    readVariable: (name) => options.variables?.[name],
    environmentForPrograms: () => options.variables ?? {},
    setVariable: (name, value) => {
      recorded.variables[name] = value
    },
    saveState: (name, value) => {
      recorded.state[name] = value
    },
    readState: (name) => options.state?.[name],
    setOutput: (name, value, kind) => {
      recorded.outputs[name] = masker.hideInOutput(value, kind)
    },
    async writeSummary(markdown) {
      recorded.summary += masker.hide(markdown)
    },
    setExitCode: (exitCode) => {
      recorded.exitCode = exitCode
    },
    temporaryFolder: options.temporaryFolder ?? tmpdir(),
    run: {
      id: '',
      attempt: '',
      job: '',
      step: '',
      workflow: '',
      workflowFile: '',
      repository: '',
      sha: '',
      url: undefined,
      ...options.run,
    },
  }
}
