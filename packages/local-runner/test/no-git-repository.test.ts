import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StepResult } from '../src/index.ts'
import {
  endOf,
  folderWith,
  repositoryWith,
  resultOf,
  start,
  workflow,
  world,
} from './command-line.ts'

describe('a workflow that lies in no git repository', () => {
  /** Rehearses a checkout from within another repository; gives what the steps found. */
  async function checkOut(
    place: string,
  ): Promise<{ folder: string; steps: readonly StepResult[] }> {
    const folder = await folderWith({
      [`${place}w.yml`]: workflow(
        '- uses: actions/checkout@v6\n- { id: show, run: echo "files=$(ls -A | xargs)" >> "$GITHUB_OUTPUT" }',
      ),
      'own.txt': '',
      'node_modules/x/index.js': '',
      'world.yml': world,
    })
    const elsewhere = await repositoryWith({ 'foreign.txt': '' })
    const args = [join(folder, place, 'w.yml'), '--world', join(folder, 'world.yml'), '--json']
    const result = resultOf(await endOf(start(elsewhere, args)))
    return { folder, steps: result.jobs[0]?.steps ?? [] }
  }

  it('has the files of the folder above .github/workflows checked out', async () => {
    const { folder, steps } = await checkOut('.github/workflows/')
    expect(steps[0]?.log).toContain(`all files of ${folder} copied`)
    expect(steps[1]?.outputs).toEqual({ files: '.github own.txt world.yml' })
  })

  it('has the files of its own folder checked out where it lies elsewhere', async () => {
    const { folder, steps } = await checkOut('')
    expect(steps[0]?.log).toContain(`all files of ${folder} copied`)
    expect(steps[1]?.outputs).toEqual({ files: 'own.txt w.yml world.yml' })
  })

  it('has the files of the world as well, in the place of its own', async () => {
    const folder = await folderWith({
      '.github/workflows/w.yml': workflow(
        '- uses: actions/checkout@v6\n- run: cat own.txt backend/Dockerfile',
      ),
      'own.txt': 'own',
      'world.yml': `${world}\ngithub:\n  files:\n    own.txt: of the world\n    backend/Dockerfile: |\n      FROM scratch\n      COPY . .\n`,
    })
    const args = ['.github/workflows/w.yml', '--world', 'world.yml', '--json']
    const { jobs } = resultOf(await endOf(start(folder, args)))
    expect(jobs[0]?.steps[1]?.log).toBe('of the worldFROM scratch\nCOPY . .')
  })

  it('has no files beside the checkout', async () => {
    const folder = await folderWith({
      'w.yml': workflow('- uses: actions/checkout@v6'),
      'world.yml': `${world}\ngithub: { files: { ../x: a, /y: b, z/../../x: c } }\n`,
    })
    const ended = await endOf(start(folder, ['w.yml', '--world', 'world.yml']))
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr.match(/has to be the path of a file in the checkout/g)).toHaveLength(3)
  })

  it('may lie above the folder in which the rehearsal works', async () => {
    const folder = await folderWith({
      'w.yml': workflow('- uses: actions/checkout@v6\n- run: test -f own.txt'),
      'own.txt': '',
      'world.yml': world,
      'tmp/.keep': '',
    })
    const ended = endOf(
      start(folder, ['w.yml', '--world', 'world.yml', '--json'], { TMPDIR: join(folder, 'tmp') }),
    )
    expect(resultOf(await ended).conclusion).toBe('success')
  })
})
