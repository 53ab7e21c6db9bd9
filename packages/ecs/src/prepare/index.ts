export { expectedPermissions, type ExpectedPermission } from './expected-permissions.ts'
export { maskRead } from './mask-read.ts'
export { prepareDefinition, type Preparation, type PreparedDefinition } from './prepare.ts'
export type { SecretsFrom } from './secrets-from.ts'
