export { fillWith } from './fill-with.ts'
export { variableInputs, readVariables } from './read-variables.ts'
export type { Variables } from './variables.ts'
