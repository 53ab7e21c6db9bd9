import {
  code,
  codeBlock,
  count,
  flowchart,
  paragraphs,
  table,
  type FlowchartArrow,
  type ReportOf,
} from '@deploy-actions/action-kit'
import {
  containersOf,
  findingsError,
  findingsTable,
  isEssential,
  type Definition,
} from '@deploy-actions/ecs'
import type { contract } from './contract.ts'
import type { Plan } from './plan.ts'

/** What was rendered, from where to where. */
export interface Rendering {
  readonly plan: Plan
  readonly from: string
  /** Undefined in a dry run. */
  readonly path: string | undefined
}

/** The outputs and the summary of a rendering. Values of variables that may be secret are never shown. */
export function reportRendering({ plan, from, path }: Rendering): ReportOf<typeof contract> {
  const name = code(plan.family)
  return {
    outcome: path === undefined ? 'planned' : 'rendered',
    outputs: {
      ...outputsOf(plan),
      ...(path === undefined ? {} : { 'task-definition': path }),
    },
    summary: paragraphs(
      path === undefined
        ? `### 📝 Task definition ${name} can be rendered (dry run)`
        : `### ✅ Task definition ${name} rendered`,
      changedSentence(plan),
      table(['Container', 'Image', 'Variables', 'Secrets'], rowsOf(plan.definition)),
      flowchart(arrowsOf(plan, from)),
      ...findingsPart(plan),
      diffPart(plan),
    ),
  }
}

/** The end of a rendering that was refused: nothing was written. */
export function reportRefusal(plan: Plan, from: string): ReportOf<typeof contract> {
  const failure = findingsError(from, plan.findings.fatal)
  return {
    outcome: 'failed',
    failure,
    outputs: outputsOf(plan),
    summary: paragraphs(
      `### ❌ Task definition ${code(plan.family)} would not run: ${count(plan.findings.fatal.length, 'finding')}`,
      'Nothing was rendered and nothing was registered.',
      ...findingsPart(plan),
      flowchart(arrowsOf(plan, from)),
      diffPart(plan),
    ),
  }
}

function outputsOf({ family, hash, diff }: Plan) {
  if (diff === undefined) return { family, hash }
  return { family, hash, changed: String(diff !== ''), diff: diffBlock(diff) }
}

function diffBlock(diff: string): string {
  return diff === '' ? '' : codeBlock(diff.split('\n'), 'diff')
}

function diffPart({ diff }: Plan): string {
  return diff === undefined || diff === ''
    ? ''
    : `<details><summary>What differs from the latest revision</summary>\n\n${diffBlock(diff)}\n\n</details>`
}

/** One table for what is wrong, and one for what could not be checked. */
function findingsPart({ findings: { fatal, warnings, notChecked } }: Plan): readonly string[] {
  return [
    findingsTable('What is wrong', [...fatal, ...warnings]),
    findingsTable('Not checked', notChecked),
  ]
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

function changedSentence({ diff }: Plan): string {
  if (diff === undefined) return 'Whether it differs from the latest revision was not looked at.'
  return diff !== ''
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
