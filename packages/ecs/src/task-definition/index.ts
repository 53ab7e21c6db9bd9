export { definitionHash, sameDefinition } from './compare.ts'
export { mutableImages, type MutableImage } from './mutable-images.ts'
export { containersOf, isEssential, type Definition } from './definition.ts'
export { editDraft } from './draft.ts'
export { editDefinition, type DefinitionEdits, type EditResult } from './edit.ts'
export { parseDefinition } from './parse.ts'
export { readDefinitionFile, readDraftFile } from './read-file.ts'
export {
  ensureActive,
  findRegistered,
  getRegistered,
  register,
  type RegisteredDefinition,
} from './registry.ts'
export { secretLikeVariables, type SecretLikeVariable } from './secret-like.ts'
