import type { RunTaskRequest } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { checkRules, containersOf, type Definition } from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'

/** What RunTask takes; more is refused. */
const longestOverrides = 8192

/** What is different for the task from its definition, as RunTask takes it; undefined for nothing. */
export function overridesOf({ overrides }: Inputs, container: string): RunTaskRequest['overrides'] {
  const { command, environment, cpu, memory, taskRoleArn } = overrides
  const ofContainer = {
    ...(command && { command: [...command] }),
    ...(environment && {
      environment: [...environment].map(([name, value]) => ({ name, value })),
    }),
  }
  const all = {
    ...(Object.keys(ofContainer).length > 0 && {
      containerOverrides: [{ name: container, ...ofContainer }],
    }),
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(taskRoleArn !== undefined && { taskRoleArn }),
  }
  return Object.keys(all).length > 0 ? all : undefined
}

/** Why ECS would refuse the overrides. */
export function overrideProblems(
  overrides: RunTaskRequest['overrides'],
  definition: Definition,
): readonly Problem[] {
  if (overrides === undefined) return []
  const known = new Set(checkRules(definition).map((problem) => JSON.stringify(problem)))
  const broken = checkRules(overridden(definition, overrides))
    .filter((problem) => !known.has(JSON.stringify(problem)))
    .map(({ path, message }) => ({ path: inputOf(path), message }))
  const { length } = JSON.stringify(overrides)
  if (length <= longestOverrides) return broken
  const message = `and the other overrides have ${length} characters together; ECS takes ${longestOverrides}: put what is long into the definition, or into a secret`
  return [...broken, { path: 'environment', message }]
}

/** The definition as the task sees it. */
export function overridden(
  definition: Definition,
  { containerOverrides = [], cpu, memory }: NonNullable<RunTaskRequest['overrides']>,
): Definition {
  const containerDefinitions = containersOf(definition).map((container) => {
    const { environment = [], command = container.command } =
      containerOverrides.find(({ name }) => name === container.name) ?? {}
    const names = new Set(environment.map(({ name }) => name))
    const others = (container.environment ?? []).filter(({ name }) => !names.has(name))
    return {
      ...container,
      ...(command && { command }),
      ...(environment.length > 0 && { environment: [...others, ...environment] }),
    }
  })
  return {
    ...definition,
    containerDefinitions,
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
  }
}

function inputOf(path: string): string {
  return path === 'cpu' || path === 'memory' ? path : 'environment'
}
