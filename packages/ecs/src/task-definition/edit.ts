import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { nearest, type MapEdit, type Problem } from '@deploy-actions/action-kit'
import type { ContainerEdits } from './container-edits.ts'
import { containersOf, isEssential, withContainer, type Definition } from './definition.ts'
import { withEdits, withEnvironment, withSecret } from './edit-container.ts'
import { withTaskEdits, type TaskEdits } from './edit-task.ts'

/** What to change in a definition; everything else stays as it is. */
export interface DefinitionEdits {
  /** For the only, or the only essential, container. */
  readonly image?: string | undefined
  /** Container name to image. */
  readonly images?: ReadonlyMap<string, string> | undefined
  /** `NAME` for the container that `image` goes to, or `container.NAME`; undefined removes. */
  readonly environment?: MapEdit | undefined
  /** Variables of the container that `image` goes to, whatever their names look like; `secrets` comes after. */
  readonly mappedSecrets?: ReadonlyMap<string, string> | undefined
  /** As `environment`, with references to secrets for values. */
  readonly secrets?: MapEdit | undefined
  /** Container name to what else to change in it. */
  readonly containers?: ReadonlyMap<string, ContainerEdits> | undefined
  readonly task?: TaskEdits | undefined
}

/** The edited definition, or all reasons why it cannot be edited so; paths begin with the input. */
export type EditResult =
  | { readonly definition: Definition; readonly problems?: never }
  | {
      readonly problems: readonly Problem[]
      /** What the edits that can be made would make of it, to find what else is wrong. */
      readonly partly: Definition
      readonly definition?: never
    }

/**
 * Applies edits. Order, and everything that no edit names, survive: a value that is set again stays
 * in its place, a new one comes last.
 */
export function editDefinition(definition: Definition, edits: DefinitionEdits): EditResult {
  const steps = [
    ...(edits.image === undefined ? [] : [imageOfMain(definition, edits.image)]),
    ...[...(edits.images ?? [])].map(([name, image]) => imageOf(definition, name, image)),
    ...[...(edits.containers ?? [])].map(([name, edit]) => stepOn(definition, name, edit)),
    ...variableSteps(definition, 'environment', edits.environment),
    ...mappedSteps(definition, edits.mappedSecrets),
    ...variableSteps(definition, 'secrets', edits.secrets),
  ]
  const problems = [
    ...steps.flatMap((step) => ('problem' in step ? [step.problem] : [])),
    ...imagesTwice(definition, edits),
  ]
  const edited = steps.reduce(
    (before, step) =>
      'problem' in step ? before : withContainer(before, step.container, step.edit),
    withTaskEdits(definition, edits.task ?? {}),
  )
  return problems.length > 0 ? { problems, partly: edited } : { definition: edited }
}

type Step =
  | { readonly container: string; readonly edit: (c: ContainerDefinition) => ContainerDefinition }
  | { readonly problem: Problem }

function imageOfMain(definition: Definition, image: string): Step {
  const container = mainContainer(definition)
  if (container !== undefined) return { container, edit: withImage(image) }
  return {
    problem: {
      path: 'image',
      message: `cannot tell which container is meant; use images, with one of: ${namesOf(definition).join(', ')}`,
    },
  }
}

function imageOf(definition: Definition, name: string, image: string): Step {
  const names = namesOf(definition)
  if (names.includes(name)) return { container: name, edit: withImage(image) }
  return { problem: { path: `images.${name}`, message: unknownContainer(name, names) } }
}

function stepOn(definition: Definition, name: string, edits: ContainerEdits): Step {
  const names = namesOf(definition)
  if (names.includes(name)) return { container: name, edit: withEdits(edits) }
  return { problem: { path: `containers.${name}`, message: unknownContainer(name, names) } }
}

/** Two inputs that name different images for one container: nobody knows which is meant. */
function imagesTwice(definition: Definition, edits: DefinitionEdits): readonly Problem[] {
  const main = edits.image === undefined ? undefined : mainContainer(definition)
  return namesOf(definition).flatMap((name) => {
    const given = [
      { input: 'image', image: name === main ? edits.image : undefined },
      { input: `images.${name}`, image: edits.images?.get(name) },
      { input: `containers.${name}.image`, image: edits.containers?.get(name)?.image },
    ].filter(({ image }) => image !== undefined)
    const [first, second] = given
    if (first === undefined || second === undefined) return []
    if (given.every(({ image }) => image === first.image)) return []
    const message = `names another image for the container ${name} than ${first.input} does; keep one`
    return [{ path: second.input, message }]
  })
}

function withImage(image: string): (container: ContainerDefinition) => ContainerDefinition {
  return (container) => ({ ...container, image })
}

function variableSteps(
  definition: Definition,
  kind: 'environment' | 'secrets',
  edits: MapEdit = new Map(),
): readonly Step[] {
  const variable = kind === 'environment' ? withEnvironment : withSecret
  return [...edits].map(([key, value]): Step => {
    const { container, name } = splitKey(definition, key)
    if (container === undefined) {
      const names = namesOf(definition).join(', ')
      const message = `cannot tell which container is meant; write container.NAME, with one of: ${names}`
      return { problem: { path: `${kind}.${key}`, message } }
    }
    return { container, edit: variable(name, value) }
  })
}

function mappedSteps(
  definition: Definition,
  secrets: ReadonlyMap<string, string> = new Map(),
): readonly Step[] {
  const container = mainContainer(definition)
  if (container !== undefined) {
    return [...secrets].map(([name, value]) => ({ container, edit: withSecret(name, value) }))
  }
  const names = namesOf(definition).join(', ')
  const message = `cannot tell which container is meant; map single keys with secrets, as container.NAME, with one of: ${names}`
  return secrets.size === 0 ? [] : [{ problem: { path: 'secrets-from', message } }]
}

/** `container.NAME` where such a container exists; otherwise the whole key is the variable's name. */
function splitKey(
  definition: Definition,
  key: string,
): { container: string | undefined; name: string } {
  const prefix = namesOf(definition).find((name) => key.startsWith(`${name}.`))
  return prefix === undefined
    ? { container: mainContainer(definition), name: key }
    : { container: prefix, name: key.slice(prefix.length + 1) }
}

/** The container that `image` means: the only one, or the only essential one. */
export function mainContainer(definition: Definition): string | undefined {
  const containers = containersOf(definition)
  const candidates = containers.length === 1 ? containers : containers.filter(isEssential)
  return candidates.length === 1 ? candidates[0]?.name : undefined
}

function namesOf(definition: Definition): readonly string[] {
  return containersOf(definition).map((container) => container.name ?? '')
}

function unknownContainer(name: string, names: readonly string[]): string {
  const guess = nearest(name, names)
  return `is no container of the definition${guess ? ` (did you mean ${guess}?)` : ''}; it has: ${names.join(', ')}`
}
