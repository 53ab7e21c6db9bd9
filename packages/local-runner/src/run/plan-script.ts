import { resolve } from 'node:path'
import { evaluateText } from '../expressions/evaluate.ts'
import { WorkflowError } from '../workflow-error.ts'
import type { RunDefaults, RunStepBody } from '../workflow/model.ts'
import type { Preparation, ProcessPlan } from './process-plan.ts'

/**
 * Plans a script. Without `shell:` GitHub runs bash with -e only; with `shell: bash` also with
 * pipefail.
 */
export function planScript(
  body: RunStepBody,
  defaults: RunDefaults,
  { scope, workspace }: Preparation,
): ProcessPlan {
  const shell = body.shell ?? defaults.shell
  const folder = body.workingDirectory ?? defaults.workingDirectory
  const name = shell && evaluateText(shell, scope)
  if (name !== undefined && name !== 'bash') {
    throw new WorkflowError(`The shell '${name}' is not rehearsed here: use bash.`)
  }
  return {
    kind: 'bash',
    script: evaluateText(body.script, scope),
    options: name === undefined ? ['-e'] : ['--noprofile', '--norc', '-eo', 'pipefail'],
    cwd: resolve(workspace, folder ? evaluateText(folder, scope) : ''),
  }
}
