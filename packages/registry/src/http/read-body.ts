import { NotCheckedError } from '../not-checked.ts'

/** Manifests and configurations are far shorter: registries refuse manifests above it. */
export const maximumBodyBytes = 4 * 1024 * 1024

/** Reads an answer's body. Throws a NotCheckedError when it is longer than a manifest may be. */
export async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // A body is bytes, whatever the type of its stream leaves open.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > maximumBodyBytes) throw tooLong(response)
  }
  return Buffer.concat(chunks)
}

function tooLong({ url }: Response): NotCheckedError {
  return new NotCheckedError({
    reason: 'unsupported',
    message: `${new URL(url).host} answered with more than 4 MiB, which is no manifest.`,
    remedy: 'Check that the name of the image leads to a container registry.',
  })
}
