import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'

const content = new URL('../../actions/build-push-image/src/content/index.ts', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'large-context-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Hashes the folder in its second argument, and tells the most memory that the process ever had. */
const program = `
import { contentHash } from ${JSON.stringify(content)}
const none = new Map()
const build = {
  context: process.argv[1], platforms: [], buildArgs: none, buildContexts: none, labels: none,
  annotations: none, secretIds: [], provenance: 'false', sbom: 'false',
}
const { hash, explains } = await contentHash(build, { signal: new AbortController().signal })
console.log(JSON.stringify({ hash, explains, peakBytes: process.resourceUsage().maxRSS * 1024 }))
`

it('a build context of 5 GB is hashed in less than 200 MB of memory', async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n')
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    writeFileSync(join(folder, name), '')
    truncateSync(join(folder, name), 1024 ** 3)
  }
  const args = ['--conditions=source', '--input-type=module', '--eval', program, folder]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { hash, explains, peakBytes } = JSON.parse(stdout) as Record<string, unknown>
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(explains).toContainEqual(expect.stringMatching(/^context: 6 files, 5368709142 bytes/))
  expect(peakBytes).toBeLessThan(200 * 1024 ** 2)
})
