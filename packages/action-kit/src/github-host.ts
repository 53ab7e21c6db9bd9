import * as core from '@actions/core'
import { tmpdir } from 'node:os'
import type { Annotation, Host, Place, RunFacts } from './host.ts'
import { exportVariable, saveState } from './job-variables.ts'
import { Masker } from './masking/masker.ts'
import { limitSummary } from './summary/limit.ts'
import { withoutCommands } from './workflow-commands.ts'

/** The host of a real run: GitHub's runner, through its toolkit and its environment. */
export function githubHost(environment: NodeJS.ProcessEnv = process.env): Host {
  const masker = new Masker()
  const shown = (text: string): string => withoutCommands(masker.hide(text))
  return {
    info: (message) => core.info(shown(message)),
    warning: (message, place) => core.warning(masker.hide(message), annotationAt(place)),
    debug: (message) => core.debug(masker.hide(message)),
    error: ({ title, message }: Annotation) => core.error(masker.hide(message), { title }),
    startGroup: (title) => core.startGroup(shown(title)),
    endGroup: () => core.endGroup(),
    mask: (value, publicNames) =>
      masker.add(value, publicNames).forEach((part) => core.setSecret(part)),
    hide: (text) => masker.hide(text),
    readInput: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`],
    readVariable: (name) => environment[name],
    environmentForPrograms: () => forPrograms(environment),
    setVariable: exportVariable,
    saveState,
    readState: (name) => environment[`STATE_${name}`],
    setOutput: (name, value, kind) => core.setOutput(name, masker.hideInOutput(value, kind)),
    async writeSummary(markdown) {
      await core.summary.addRaw(limitSummary(masker.hide(markdown)), true).write()
    },
    setExitCode: (code) => {
      process.exitCode = code
    },
    temporaryFolder: environment['RUNNER_TEMP'] ?? tmpdir(),
    run: runFacts(environment),
  }
}

function annotationAt({ file, line }: Partial<Place> = {}): core.AnnotationProperties {
  return { ...(file !== undefined && { file }), ...(line !== undefined && { startLine: line }) }
}

function forPrograms(environment: NodeJS.ProcessEnv): Record<string, string> {
  const handed = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]),
  )
  return Object.fromEntries(handed)
}

function runFacts(environment: NodeJS.ProcessEnv): RunFacts {
  const fact = (name: string): string => environment[`GITHUB_${name}`] ?? ''
  const [server, repository, id] = [fact('SERVER_URL'), fact('REPOSITORY'), fact('RUN_ID')]
  return {
    id,
    repository,
    attempt: fact('RUN_ATTEMPT'),
    job: fact('JOB'),
    step: fact('ACTION'),
    workflow: fact('WORKFLOW'),
    workflowFile: fact('WORKFLOW_REF').replace(/@[^@]*$/, ''),
    sha: fact('SHA'),
    url: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined,
  }
}
