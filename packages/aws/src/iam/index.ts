export { readCallerArn } from './caller-role.ts'
export { isRoleArn, lookUpRole, type RoleLookup } from './look-up-role.ts'
export {
  simulatePermission,
  type Denial,
  type Permission,
  type PermissionLookup,
} from './simulate.ts'
