import { fileURLToPath } from 'node:url'
import { serviceCertificate } from './apprunner/service-router.ts'

export type { ClockAuthority } from './clock/authority.ts'
export { installVirtualTime } from './clock/install.ts'
export type { LoggedRequest } from './server/request-log.ts'
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'
export type { ActorRefusal } from './world/account.ts'
export { loadWorld, parseWorld } from './world/load-world.ts'
export { WorldError } from './world/world-error.ts'
export type { World } from './world/world.ts'

/** The file of the certificate that addresses of App Runner have, for NODE_EXTRA_CA_CERTS. */
export const certificateFile: string = fileURLToPath(serviceCertificate)

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/** The module for `node --import` that puts a program under virtual time (see DEPLOY_ACTIONS_CLOCK). */
export const preloadPath: string = fileURLToPath(
  new URL(`./clock/preload.${extension}`, import.meta.url),
)
