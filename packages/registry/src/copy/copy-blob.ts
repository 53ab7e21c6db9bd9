import { persist } from '../http/persist.ts'
import type { Connection } from '../store/connection.ts'
import { perseverance } from './perseverance.ts'
import { beginUpload, sendBlob, type Transfer, type UploadSetback } from './send-blob.ts'

/** How a blob came to be where it was to be. */
export type BlobOutcome = 'present' | 'mounted' | 'sent'

/**
 * Sees to it that a blob is in the target repository: asks whether it is there, mounts it where `mountFrom` names
 * another repository of the same registry, else sends it; again from the beginning when the upload breaks.
 */
export async function copyBlob(
  transfer: Transfer,
  mountFrom: string | undefined,
): Promise<BlobOutcome> {
  const past = { tries: 0, logins: 0 }
  const { outcome } = await persist<Copied>(async () => {
    const result = await tryCopy(transfer, past.tries === 0 ? mountFrom : undefined, past.logins)
    past.tries += 1
    past.logins = 'isLogin' in result && result.isLogin ? past.logins + 1 : 0
    return result
  }, perseverance(transfer.target.context))
  return outcome
}

interface Copied {
  readonly outcome: BlobOutcome
}

async function tryCopy(
  transfer: Transfer,
  mountFrom: string | undefined,
  logins: number,
): Promise<Copied | UploadSetback> {
  const { target, blob } = transfer
  if (await hasBlob(target, blob.digest)) return { outcome: 'present' }
  const address = await beginUpload(transfer, mountFrom)
  if (address === undefined) return { outcome: 'mounted' }
  return (await sendBlob(transfer, address, logins)) ?? { outcome: 'sent' }
}

async function hasBlob(target: Connection, digest: string): Promise<boolean> {
  const asked = { path: `blobs/${digest}`, method: 'HEAD' }
  const { status } = await target.attempt((transport) => target.session.ask(asked, transport))
  return status === 200
}
