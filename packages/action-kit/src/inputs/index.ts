export { parseInputs, parseMapping, inputError } from './parse.ts'
export type { Given, ParseOptions, Rule } from './parse.ts'
export { commandLine } from './command-line.ts'
export { nearest } from './nearest.ts'
export { asWritten, InvalidValue, invalid, isList, parseEach, under } from './spec.ts'
export type { Fill, InputOptions, InputSpec, InputTable, Parsed, Problem, Raw } from './spec.ts'
export {
  asText,
  choice,
  duration,
  durationOr,
  flag,
  integer,
  list,
  map,
  mapEdit,
  text,
  yaml,
} from './types.ts'
export { notationOf, type MapEdit } from './map.ts'
export { hasCollectionKey, parseYaml, parseYamlWith, treeOf } from './yaml.ts'
export { fillWith, readVariables, variableInputs, type Variables } from './variables/index.ts'
