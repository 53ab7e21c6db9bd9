import { Ids } from '../../cloud/ids.ts'

/** A blob of which some bytes have arrived. */
export interface Upload {
  readonly id: string
  readonly repository: string
  chunks: readonly Buffer[]
}

/** The uploads under way at one registry. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>()
  readonly #ids = new Ids('uploads')

  begin(repository: string): Upload {
    const upload: Upload = { id: this.#ids.uuid(), repository, chunks: [] }
    this.#uploads.set(upload.id, upload)
    return upload
  }

  find(id: string, repository: string): Upload | undefined {
    const found = this.#uploads.get(id)
    return found?.repository === repository ? found : undefined
  }

  end({ id }: Upload): Buffer {
    const bytes = Buffer.concat(this.#uploads.get(id)?.chunks ?? [])
    this.#uploads.delete(id)
    return bytes
  }
}

/** How many bytes of it are there. */
export function sizeOf({ chunks }: Upload): number {
  return chunks.reduce((total, chunk) => total + chunk.length, 0)
}
