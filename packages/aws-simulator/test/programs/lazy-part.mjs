import { createHash } from 'node:crypto'

export const digest = createHash('sha256')
  .update(import.meta.url)
  .digest('hex')
