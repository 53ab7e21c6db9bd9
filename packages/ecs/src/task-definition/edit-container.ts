import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { MapEdit } from '@deploy-actions/action-kit'
import { findSecretReference, formatSecretReference } from '@deploy-actions/aws'
import type { ContainerEdits } from './container-edits.ts'

type Edit = (container: ContainerDefinition) => ContainerDefinition

/** Sets one environment variable, in its place where it was there, or removes it. */
export function withEnvironment(name: string, value: string | undefined): Edit {
  return (container) => withVariable(container, 'environment', { name, value })
}

/**
 * Sets one secret, in its place where it was there, or removes it. `reference` may name a secret in place of its ARN,
 * and leave out colons: `name:key`.
 */
export function withSecret(name: string, reference: string | undefined): Edit {
  const valueFrom = reference === undefined ? undefined : unambiguous(reference)
  return (container) => withVariable(container, 'secrets', { name, valueFrom })
}

/** In an input a plain name is a secret's; with its colons it is nothing else in a definition either. */
function unambiguous(text: string): string {
  const reference = findSecretReference(text, 'secrets')
  if (reference?.kind !== 'secret') return text
  const { id, key, stage, versionId } = reference
  return id.startsWith('arn:')
    ? formatSecretReference(id, reference)
    : [id, key, stage, versionId].join(':')
}

type Variable = { readonly name: string } & Readonly<Record<string, string | undefined>>

/** Without a value the variable is removed; a list that is not there is not made for that. */
function withVariable(
  container: ContainerDefinition,
  list: 'environment' | 'secrets',
  { name, ...content }: Variable,
): ContainerDefinition {
  const before = container[list]
  if (Object.values(content).includes(undefined)) {
    if (before === undefined) return container
    return { ...container, [list]: before.filter((item) => item.name !== name) }
  }
  const after = before?.some((item) => item.name === name)
    ? before.map((item) => (item.name === name ? { ...item, ...content } : item))
    : [...(before ?? []), { name, ...content }]
  return { ...container, [list]: after }
}

/** Makes all edits of one container. */
export function withEdits(edits: ContainerEdits): Edit {
  const { entryPoint, command, healthCheck, ports, labels, logOptions } = edits
  const variables = [
    ...[...(edits.environment ?? [])].map(([name, value]) => withEnvironment(name, value)),
    ...[...(edits.secrets ?? [])].map(([name, value]) => withSecret(name, value)),
  ]
  return (container) => {
    const edited: ContainerDefinition = {
      ...container,
      ...given({
        image: edits.image,
        cpu: edits.cpu,
        memory: edits.memory,
        memoryReservation: edits.memoryReservation,
        essential: edits.essential,
      }),
      ...(entryPoint && { entryPoint: [...entryPoint] }),
      ...(command && { command: [...command] }),
      ...(ports && { portMappings: [...ports] }),
      ...(labels &&
        hasEffect(container.dockerLabels, labels) && {
          dockerLabels: withMapEdit(container.dockerLabels, labels),
        }),
      ...(logOptions &&
        hasEffect(container.logConfiguration?.options, logOptions) && {
          logConfiguration: {
            logDriver: 'awslogs' as const,
            ...container.logConfiguration,
            options: withMapEdit(container.logConfiguration?.options, logOptions),
          },
        }),
      ...(healthCheck && withHealthCheck(container, healthCheck)),
    }
    return variables.reduce((before, edit) => edit(before), edited)
  }
}

function withHealthCheck(
  { healthCheck: before }: ContainerDefinition,
  edit: NonNullable<ContainerEdits['healthCheck']>,
): Pick<ContainerDefinition, 'healthCheck'> {
  // Undefined is left out when the definition is written or sent.
  if (edit === 'none') return { healthCheck: undefined }
  return { healthCheck: { command: undefined, ...before, ...edit } }
}

/** Where there is nothing yet, nothing can be removed. */
function hasEffect(before: object | undefined, edit: MapEdit): boolean {
  return before !== undefined || [...edit.values()].some((value) => value !== undefined)
}

function withMapEdit(
  before: Readonly<Record<string, string>> | undefined,
  edit: MapEdit,
): Record<string, string> {
  const after = new Map(Object.entries(before ?? {}))
  for (const [name, value] of edit) {
    if (value === undefined) after.delete(name)
    else after.set(name, value)
  }
  return Object.fromEntries(after)
}

/** The same without what is undefined. */
function given<T extends object>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  // Fewer members of the same object.
  return Object.fromEntries(entries) as Partial<T>
}
