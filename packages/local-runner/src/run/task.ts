import type { ActionScript } from '../actions/manifest.ts'
import { evaluateText, type Scope } from '../expressions/evaluate.ts'
import type { Condition, RunDefaults, Step, Template } from '../workflow/model.ts'
import { planAction, type ActionUse } from './plan-action.ts'
import { planScript } from './plan-script.ts'
import type { Preparation, ProcessPlan } from './process-plan.ts'

/** One line of a job's list: a step of the workflow, or the pre or post part of one. */
export interface Task {
  readonly label: (scope: Scope) => string
  readonly id?: string
  readonly uses?: ActionUse
  readonly condition: Condition
  readonly env?: Template
  readonly continueOnError?: Template
  readonly timeoutMinutes?: Template
  readonly prepare: (preparation: Preparation) => ProcessPlan
}

/** The task for a step of the workflow. */
export function mainTask(step: Step, use: ActionUse | undefined, defaults: RunDefaults): Task {
  const { body } = step
  return {
    ...settingsOf(step),
    label: (scope) => labelOf(step, scope),
    condition: step.condition,
    ...(step.id !== undefined && { id: step.id }),
    ...(step.continueOnError && { continueOnError: step.continueOnError }),
    ...(use && { uses: use }),
    prepare: (preparation) => {
      if (body.kind === 'run') return planScript(body, defaults, preparation)
      if (use === undefined) throw new Error(`The action ${body.reference} was not resolved.`)
      return planAction(step, use, { ...preparation, file: use.action.manifest.main })
    },
  }
}

/** The task for what an action does before or after all steps. */
export function edgeTask(
  step: Step,
  use: ActionUse,
  edge: { readonly name: 'Pre' | 'Post'; readonly script: ActionScript },
): Task {
  return {
    ...settingsOf(step),
    label: (scope) => `${edge.name} ${labelOf(step, scope)}`,
    condition: { expression: edge.script.condition, token: undefined },
    uses: use,
    prepare: (preparation) => planAction(step, use, { ...preparation, file: edge.script.file }),
  }
}

function settingsOf(step: Step): Pick<Task, 'env' | 'timeoutMinutes'> {
  return {
    ...(step.env && { env: step.env }),
    ...(step.timeoutMinutes && { timeoutMinutes: step.timeoutMinutes }),
  }
}

function labelOf(step: Step, scope: Scope): string {
  if (step.name) return evaluateText(step.name, scope)
  const { body } = step
  const text = body.kind === 'uses' ? body.reference : evaluateText(body.script, scope)
  return `Run ${text.trim().split('\n', 1)[0] ?? ''}`
}
