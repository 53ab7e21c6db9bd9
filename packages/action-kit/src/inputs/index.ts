export { parseInputs, parseMapping, inputError, type Given, type Rule } from './parse.ts'
export { nearest } from './nearest.ts'
export { InvalidValue, invalid } from './spec.ts'
export type { InputOptions, InputSpec, InputTable, Parsed, Problem, Raw } from './spec.ts'
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
export type { MapEdit } from './map.ts'
export { hasCollectionKey, parseYaml } from './yaml.ts'
