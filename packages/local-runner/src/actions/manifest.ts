import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { NotUnderstoodError } from '../problems.ts'
import {
  convertActionTemplate,
  NoOperationTraceWriter,
  parseAction,
} from '../workflow/github-parser.ts'
import type { Template } from '../workflow/model.ts'
import { ProblemCollector } from '../workflow/tokens.ts'

/** One input that an action declares. */
export interface ActionInput {
  readonly name: string
  readonly default?: Template
  readonly deprecationMessage?: string
}

/** One script of a node action, and the condition under which it runs. */
export interface ActionScript {
  /** Absolute path. */
  readonly file: string
  /** An expression; pre and post run by default under always(). */
  readonly condition: string
}

/** What action.yml says about a node action. */
export interface ActionManifest {
  readonly name: string
  /** Absolute path of the folder that holds action.yml. */
  readonly folder: string
  readonly inputs: readonly ActionInput[]
  readonly main: string
  readonly pre?: ActionScript
  readonly post?: ActionScript
}

const nodeRuntimes = ['node20', 'node24']

/** Finds the action.yml or action.yaml of a folder. */
export async function findManifestFile(folder: string): Promise<string | undefined> {
  for (const name of ['action.yml', 'action.yaml']) {
    const file = join(folder, name)
    const found = await readFile(file).then(
      () => true,
      () => false,
    )
    if (found) return file
  }
  return undefined
}

/** Reads an action's manifest; throws NotUnderstoodError where it is wrong or no node action. */
export async function loadManifest(folder: string, file: string): Promise<ActionManifest> {
  const collector = new ProblemCollector(relative(process.cwd(), file))
  const content = await readFile(file, 'utf8')
  const { context, value } = parseAction({ name: file, content }, new NoOperationTraceWriter())
  const template = value === undefined ? undefined : convertActionTemplate(context, value)
  collector.addAll(context)
  if (template === undefined || collector.problems.length > 0) {
    throw new NotUnderstoodError(collector.problems)
  }
  const { runs } = template
  if (!nodeRuntimes.includes(runs.using) || !('main' in runs)) {
    const known = nodeRuntimes.join(', ')
    collector.add(
      value,
      `An action that runs 'using: ${runs.using}' is not rehearsed here. Known: ${known}.`,
    )
    throw new NotUnderstoodError(collector.problems)
  }
  return {
    name: template.name,
    folder,
    inputs: (template.inputs ?? []).map((input) => ({
      name: input.id,
      ...(input.default && { default: input.default }),
      ...(input.deprecationMessage !== undefined && {
        deprecationMessage: input.deprecationMessage,
      }),
    })),
    main: join(folder, runs.main),
    ...(runs.pre !== undefined && { pre: script(folder, runs.pre, runs.preIf) }),
    ...(runs.post !== undefined && { post: script(folder, runs.post, runs.postIf) }),
  }
}

function script(folder: string, file: string, condition: string | undefined): ActionScript {
  return { file: join(folder, file), condition: condition ?? 'always()' }
}
