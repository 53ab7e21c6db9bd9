import {
  code,
  flowchart,
  paragraphs,
  table,
  type FlowchartArrow,
  type ReportOf,
} from '@deploy-actions/action-kit'
import { containersOf, isEssential, type Definition } from '@deploy-actions/ecs'
import type { contract } from './contract.ts'
import type { Plan } from './plan.ts'

/** What was rendered, from where to where, and whether it differs from what is registered. */
export interface Rendering {
  readonly plan: Plan
  readonly from: string
  /** Undefined in a dry run. */
  readonly path: string | undefined
  /** Undefined where the latest revision could not be looked at. */
  readonly changed: boolean | undefined
}

/** The outputs and the summary of a rendering. Values of variables are never shown. */
export function report({ plan, from, path, changed }: Rendering): ReportOf<typeof contract> {
  const name = code(plan.family)
  return {
    outcome: path === undefined ? 'planned' : 'rendered',
    outputs: {
      family: plan.family,
      hash: plan.hash,
      ...(path === undefined ? {} : { 'task-definition': path }),
      ...(changed === undefined ? {} : { changed: String(changed) }),
    },
    summary: paragraphs(
      path === undefined
        ? `### 📝 Task definition ${name} can be rendered (dry run)`
        : `### ✅ Task definition ${name} rendered`,
      changedSentence(changed),
      table(['Container', 'Image', 'Variables', 'Secrets'], rowsOf(plan.definition)),
      flowchart(arrowsOf(plan, from)),
    ),
  }
}

/** Where the definition comes from, its containers, and the images that they run. */
function arrowsOf({ definition, family }: Plan, from: string): readonly FlowchartArrow[] {
  const containers = containersOf(definition)
  return [
    { from, to: `task definition ${family}`, label: 'rendered' },
    ...containers.flatMap((container) => [
      {
        from: `task definition ${family}`,
        to: `container ${container.name}`,
        label: isEssential(container) ? 'essential' : 'sidecar',
      },
      { from: `container ${container.name}`, to: container.image ?? '', label: 'runs' },
    ]),
  ]
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
