export type { Base, LookUpBase } from './bases.ts'
export type { Build } from './build.ts'
export {
  contentHash,
  type ContentHash,
  type KnownContent,
  type UnknownContent,
} from './content-hash.ts'
