export { bakedInVariables, type BakedInVariable } from './baked-in.ts'
export { definitionHash, sameDefinition } from './compare.ts'
export { mutableImages, type MutableImage } from './mutable-images.ts'
export { containersOf, essentialNames, isEssential, type Definition } from './definition.ts'
export { parseContainerEdits, type ContainerEdits } from './container-edits.ts'
export { diffDefinitions } from './diff.ts'
export { definitionError, draftDefinition, type DraftedDefinition } from './draft.ts'
export { editDefinition, mainContainer, type DefinitionEdits, type EditResult } from './edit.ts'
export { runtimePlatform, type TaskEdits, type TaskPlatform } from './edit-task.ts'
export { namesFile, readDraftFile } from './read-file.ts'
export {
  ensureActive,
  findRegistered,
  getRegistered,
  register,
  type RegisteredDefinition,
} from './registry.ts'
export { checkRules } from './rules/index.ts'
export { plainSecrets } from './plain-secrets.ts'
export { secretForms, secretLikeVariables, type SecretLikeVariable } from './secret-like.ts'
export { hideTokenRuns, tokenRunsIn } from './token-runs.ts'
