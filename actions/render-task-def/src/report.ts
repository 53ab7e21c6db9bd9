import { code, paragraphs, table, type ReportOf } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '@deploy-actions/ecs'
import type { contract } from './contract.ts'
import type { Plan } from './plan.ts'

/** What was rendered, where to, and whether it differs from what is registered. */
export interface Rendering {
  readonly plan: Plan
  readonly path: string
  /** Undefined where the latest revision could not be looked at. */
  readonly changed: boolean | undefined
}

/** The outputs and the summary of a rendering. Values of variables are never shown. */
export function report({ plan, path, changed }: Rendering): ReportOf<typeof contract> {
  return {
    outcome: 'rendered',
    outputs: {
      'task-definition': path,
      family: plan.family,
      hash: plan.hash,
      ...(changed === undefined ? {} : { changed: String(changed) }),
    },
    summary: paragraphs(
      `### ✅ Task definition ${code(plan.family)} rendered`,
      changedSentence(changed),
      table(['Container', 'Image', 'Variables', 'Secrets'], rowsOf(plan.definition)),
    ),
  }
}

function changedSentence(changed: boolean | undefined): string {
  if (changed === undefined) return 'Whether it differs from the latest revision was not looked at.'
  return changed
    ? 'It differs from the latest revision of its family.'
    : 'It is the same as the latest revision of its family.'
}

function rowsOf(definition: Definition): readonly (readonly string[])[] {
  return containersOf(definition).map(({ name = '', image = '', environment, secrets }) => [
    code(name),
    code(image),
    String(environment?.length ?? 0),
    String(secrets?.length ?? 0),
  ])
}
