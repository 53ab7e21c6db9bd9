import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { ResolvedAction } from '../actions/resolve-actions.ts'
import { evaluateText, evaluateTexts, type Scope } from '../expressions/evaluate.ts'
import type { StepLog } from '../step/step-log.ts'
import { WorkflowError } from '../workflow-error.ts'
import type { Step } from '../workflow/model.ts'
import type { Preparation, ProcessPlan } from './process-plan.ts'

/** One use of an action; its pre, main and post parts share their state. */
export interface ActionUse {
  readonly action: ResolvedAction
  readonly state: Record<string, string>
}

/** Plans one script of an action: where it lies, with its inputs and its state. */
export function planAction(
  step: Step,
  use: ActionUse,
  { scope, workspace, log, file }: Preparation & { readonly file: string },
): ProcessPlan {
  const { action } = use
  const given = step.body.kind === 'uses' ? evaluateTexts(step.body.with, scope) : {}
  warnAboutInputs(action, given, log)
  const environment = inputVariables(action, given, scope)
  for (const [name, value] of Object.entries(use.state)) environment[`STATE_${name}`] = value
  return {
    kind: 'node',
    file: placeOf(action, workspace, file),
    environment,
  }
}

function inputVariables(
  action: ResolvedAction,
  given: Readonly<Record<string, string>>,
  scope: Scope,
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const input of action.manifest.inputs) {
    values[variableOf(input.name)] = input.default ? evaluateText(input.default, scope) : ''
  }
  for (const [name, value] of Object.entries(given)) values[variableOf(name)] = value
  return values
}

function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`
}

function warnAboutInputs(
  action: ResolvedAction,
  given: Readonly<Record<string, string>>,
  log: StepLog,
): void {
  const { inputs } = action.manifest
  const known = inputs.map(({ name }) => name.toLowerCase())
  const unexpected = Object.keys(given).filter((name) => !known.includes(name.toLowerCase()))
  const quote = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
  if (unexpected.length > 0) {
    const valid = quote(inputs.map(({ name }) => name))
    log.annotate('warning', `Unexpected input(s) ${quote(unexpected)}, valid inputs are [${valid}]`)
  }
  for (const { name, deprecationMessage } of inputs) {
    if (deprecationMessage !== undefined && name in given) {
      log.annotate(
        'warning',
        `Input '${name}' has been deprecated with message: ${deprecationMessage}`,
      )
    }
  }
}

/**
 * An action of the repository itself runs from the workspace, where a checkout has to have put it.
 */
function placeOf(action: ResolvedAction, workspace: string, file: string): string {
  if (action.localPath === undefined) return file
  const folder = resolve(workspace, action.localPath)
  const placed = join(folder, relative(action.manifest.folder, file))
  if (!existsSync(folder)) {
    throw new WorkflowError(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. ` +
        'Did you forget to run actions/checkout before running your local action?',
    )
  }
  return placed
}
