import { readFile, stat } from 'node:fs/promises'
import { maskSecret, type Host } from '@deploy-actions/action-kit'
import type { Inputs } from './inputs.ts'

/** Larger files are keystores and the like, which nothing prints as they are. */
const largestBytes = 64 * 1024

/** Hides the values of build secrets in all that is printed: a RUN instruction may print them. */
export async function maskSecrets(
  host: Host,
  { secrets, secretFiles }: Pick<Inputs, 'secrets' | 'secretFiles'>,
): Promise<void> {
  for (const value of secrets.values()) maskSecret(host, value)
  for (const path of secretFiles.values()) {
    const { size } = await stat(path)
    if (size <= largestBytes) maskSecret(host, await readFile(path, 'utf8'))
  }
}
