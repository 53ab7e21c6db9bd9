import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '../definition.ts'

/** A rule that ECS holds a definition to when it is registered, or that no task could start without. */
export type DefinitionRule = (definition: Definition) => readonly Problem[]

/** The rule for each container; its paths begin in the container. */
export function perContainer(
  rule: (container: ContainerDefinition, definition: Definition) => readonly Problem[],
): DefinitionRule {
  return (definition) =>
    containersOf(definition).flatMap((container, i) =>
      rule(container, definition).map(({ path, message }) => ({
        path: `containerDefinitions[${i}].${path}`,
        message,
      })),
    )
}

/** Whether the definition asks for Fargate, perhaps besides EC2. */
export function isForFargate({ requiresCompatibilities }: Definition): boolean {
  return requiresCompatibilities?.includes('FARGATE') ?? false
}

/** The rule where the definition asks for Fargate. */
export function whereFargate(rule: DefinitionRule): DefinitionRule {
  return (definition) => (isForFargate(definition) ? rule(definition) : [])
}

/** The problem, where it is one. */
export function problemIf(isWrong: boolean, path: string, message: string): readonly Problem[] {
  return isWrong ? [{ path, message }] : []
}

/** What names of families, containers and volumes are made of. */
export const namePattern = /^[A-Za-z0-9_-]{1,255}$/

/** How {@link namePattern} is told. */
export const nameWords = 'must be 1 to 255 letters, digits, - or _'
