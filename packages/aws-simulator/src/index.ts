import { fileURLToPath } from 'node:url'

export type { ClockAuthority } from './clock/authority.ts'
export { installVirtualTime } from './clock/install.ts'
export type { LoggedRequest } from './server/request-log.ts'
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'
export type { ActorRefusal } from './world/account.ts'
export { loadWorld, parseWorld } from './world/load-world.ts'
export { WorldError } from './world/world-error.ts'
export type { World } from './world/world.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/** The module for `node --import` that puts a program under virtual time (see DEPLOY_ACTIONS_CLOCK). */
export const preloadPath: string = fileURLToPath(
  new URL(`./clock/preload.${extension}`, import.meta.url),
)
