import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runHere } from '../../packages/local-runner/test/run-here.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { actionWithPost } from '../support/action-with-post.ts'
import { findAct, runUnderAct } from './act.ts'
import { skipReason } from './programs.ts'
import { userRepository } from './user-repository.ts'

const act = findAct()
const skipped = skipReason('the end of a job compared with act', {
  'act (go install github.com/nektos/act@v0.2.87)': act !== undefined,
})

const workflow = 'test/real/post.workflow.yml'

describe.skipIf(skipped !== undefined)('the end of a job that failed', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'post-act-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it('is the same in the local runner and under act: what has run tidies up', async () => {
    const files = await actionWithPost()
    const run = await runUnderAct({
      act: act ?? '',
      cwd: userRepository(scratch, [workflow]),
      home: scratch,
      workflow,
      suite: atRoot(scratch, files),
      args: [],
    })
    const here = await runHere(readFileSync(join(repositoryRoot, workflow), 'utf8'), { files })
    const said = /kept=one|removed what held \w+/g
    expect(run.exitCode).toBe(1)
    expect(here.conclusion).toBe('failure')
    expect(run.log.match(said)).toEqual(['kept=one', 'removed what held one'])
    expect(here.text.match(said)).toEqual(run.log.match(said))
  })
})

/** The suite as a release has it: the action at the root, beside dist/. */
function atRoot(scratch: string, files: Readonly<Record<string, string>>): string {
  const suite = mkdtempSync(join(scratch, 'suite-'))
  for (const [path, text] of Object.entries(files)) {
    const file = join(suite, path.replace(/^actions\//, ''))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text.replaceAll('../../dist/', '../dist/'))
  }
  return suite
}
