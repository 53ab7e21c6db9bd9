import { tmpdir } from 'node:os'
import type { Annotation, Host, RunFacts } from '../host.ts'
import { Masker } from '../masking.ts'
import { withoutCommands } from '../workflow-commands.ts'

/** What a {@link RecordingHost} was told. */
export interface Recorded {
  readonly log: string[]
  readonly warnings: string[]
  readonly errors: Annotation[]
  readonly outputs: Record<string, string>
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
    readonly variables?: Readonly<Record<string, string>>
  } = {},
): RecordingHost {
  const masker = new Masker()
  const recorded: Recorded = {
    log: [],
    warnings: [],
    errors: [],
    outputs: {},
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
    warning: (message) => recorded.warnings.push(masker.hide(message)),
    error: ({ title, message }) => recorded.errors.push({ title, message: masker.hide(message) }),
    startGroup: say,
    endGroup: () => undefined,
    mask: (value) => masker.add(value),
    readInput: (name) => inputs[name],
    readVariable: (name) => options.variables?.[name],
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
