import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'

/** A rule that ECS holds a definition to when it is registered. */
export type DefinitionRule = (definition: Definition) => readonly Problem[]
