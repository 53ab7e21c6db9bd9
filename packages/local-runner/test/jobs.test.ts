import { describe, expect, it } from 'vitest'
import { expandMatrix } from '../src/run/matrix.ts'
import { jobOf, runHere, stepOf, temporaryFolder } from './run-here.ts'

const job = (id: string, body: string): string =>
  `  ${id}:\n    runs-on: ubuntu-latest\n${body.replaceAll(/^/gm, '    ')}\n`

const workflow = (...jobs: readonly string[]): string => `on: push\njobs:\n${jobs.join('')}`

describe('a job that needs another', () => {
  it('starts after it and reads its outputs and result', async () => {
    const run = await runHere(
      workflow(
        job(
          'last',
          `needs: [first]
steps:
  - id: read
    run: echo "got=\${{ needs.first.outputs.tag }} \${{ needs.first.result }}" >> "$GITHUB_OUTPUT"`,
        ),
        job(
          'first',
          `outputs: { tag: "\${{ steps.make.outputs.tag }}" }
steps: [{ id: make, run: echo "tag=1.2" >> "$GITHUB_OUTPUT" }]`,
        ),
      ),
    )
    expect(run.conclusion).toBe('success')
    expect(stepOf(jobOf(run, 'last'), 'read').outputs).toEqual({ got: '1.2 success' })
  })

  it('is skipped after a failure, also further down the chain, unless its condition asks for failures', async () => {
    const run = await runHere(
      workflow(
        job('broken', "steps: [{ run: 'false' }]"),
        job('plain', "needs: broken\nsteps: [{ run: 'true' }]"),
        job('cleanup', "needs: broken\nif: always()\nsteps: [{ run: 'true' }]"),
        job('after', "needs: cleanup\nsteps: [{ run: 'true' }]"),
        job(
          'report',
          "needs: [plain, cleanup]\nif: failure() && needs.plain.result == 'skipped'\nsteps: [{ run: 'true' }]",
        ),
      ),
    )
    expect(run.conclusion).toBe('failure')
    expect(Object.fromEntries(run.jobs.map(({ id, result }) => [id, result]))).toEqual({
      broken: 'failure',
      plain: 'skipped',
      cleanup: 'success',
      after: 'skipped',
      report: 'success',
    })
  })

  it('sees of a job that was skipped its result and no outputs', async () => {
    const run = await runHere(
      workflow(
        job('never', "if: false\nsteps: [{ run: 'true' }]"),
        job(
          'last',
          `needs: never
if: always()
outputs: { needs: "\${{ toJSON(needs) }}" }
steps: [{ run: 'true' }]`,
        ),
      ),
    )
    expect(JSON.parse(jobOf(run, 'last').outputs['needs'] ?? '')).toEqual({
      never: { result: 'skipped', outputs: {} },
    })
  })

  it('fails when its own settings cannot be evaluated', async () => {
    const run = await runHere(
      workflow(job('odd', "env: { A: \"${{ fromJSON('{').x }}\" }\nsteps: [{ run: 'true' }]")),
    )
    expect(jobOf(run, 'odd')).toMatchObject({
      result: 'failure',
      steps: [{ annotations: [{ message: expect.stringContaining('Line: 5') }] }],
    })
  })
})

describe('a job whose outputs cannot be evaluated', () => {
  it('fails, after all its steps have run', async () => {
    const run = await runHere(
      workflow(
        job('odd', "outputs: { a: \"${{ fromJSON('{') }}\" }\nsteps: [{ id: ran, run: 'true' }]"),
      ),
    )
    expect(jobOf(run, 'odd')).toMatchObject({
      result: 'failure',
      steps: [
        { id: 'ran', outcome: 'success' },
        { name: 'Complete job', outcome: 'failure' },
      ],
    })
  })
})

describe('jobs that need nothing', () => {
  it('run side by side', async () => {
    const meet = (own: string, other: string): string => `steps:
  - timeout-minutes: 0.1
    run: |
      touch ${own}
      until [ -e ${other} ]; do sleep 0.02; done`
    const folder = await temporaryFolder()
    const run = await runHere(
      workflow(
        job('left', meet(`${folder}/left`, `${folder}/right`)),
        job('right', meet(`${folder}/right`, `${folder}/left`)),
      ),
    )
    expect(run.conclusion).toBe('success')
  })
})

describe('a matrix', () => {
  it('runs a leg for each combination, named after its values', async () => {
    const run = await runHere(
      workflow(
        job(
          'build',
          `strategy:
  matrix: { service: [api, web], env: [dev] }
outputs: { "last": "\${{ matrix.service }}" }
steps:
  - id: show
    run: echo "leg=\${{ matrix.service }}-\${{ matrix.env }} \${{ strategy.job-index }}/\${{ strategy.job-total }}" >> "$GITHUB_OUTPUT"`,
        ),
        job(
          'after',
          `needs: build
steps:
  - id: last
    run: echo "last=\${{ needs.build.outputs.last }}" >> "$GITHUB_OUTPUT"`,
        ),
      ),
    )
    expect(
      run.jobs.map(({ name, matrix, steps }) => [name, matrix, steps[0]?.outputs['leg']]),
    ).toEqual([
      ['build (api, dev)', { service: 'api', env: 'dev' }, 'api-dev 0/2'],
      ['build (web, dev)', { service: 'web', env: 'dev' }, 'web-dev 1/2'],
      ['after', undefined, undefined],
    ])
    expect(['api', 'web']).toContain(stepOf(jobOf(run, 'after'), 'last').outputs['last'])
  })

  it('cancels the other legs when one fails', async () => {
    const run = await runHere(
      workflow(
        job(
          'legs',
          `strategy: { matrix: { n: [1, 2, 3] }, max-parallel: 2 }
steps: [{ run: '[ \${{ matrix.n }} = 2 ] && exit 1; exec sleep 30' }]`,
        ),
      ),
    )
    expect(run.jobs.map(({ result }) => result)).toEqual(['cancelled', 'failure', 'cancelled'])
    expect(run.conclusion).toBe('failure')
  })

  it('lets them go on without fail-fast', async () => {
    const run = await runHere(
      workflow(
        job(
          'legs',
          `strategy: { fail-fast: false, max-parallel: 1, matrix: { n: [1, 2] } }
steps: [{ run: '[ \${{ matrix.n }} = 2 ]' }]`,
        ),
      ),
    )
    expect(run.jobs.map(({ result }) => result)).toEqual(['failure', 'success'])
  })

  it('may come from the output of another job', async () => {
    const run = await runHere(
      workflow(
        job(
          'list',
          `outputs: { services: "\${{ steps.list.outputs.services }}" }
steps: [{ id: list, run: 'echo "services=[\\"a\\",\\"b\\"]" >> "$GITHUB_OUTPUT"' }]`,
        ),
        job(
          'each',
          `needs: list
strategy: { matrix: { service: "\${{ fromJSON(needs.list.outputs.services) }}" } }
steps: [{ run: 'true' }]`,
        ),
      ),
    )
    expect(run.jobs.map(({ name }) => name)).toEqual(['list', 'each (a)', 'each (b)'])
  })

  it('is combined, excluded and included by the rules of the documentation', () => {
    expect(
      expandMatrix({
        fruit: ['apple', 'pear'],
        animal: ['cat', 'dog'],
        exclude: [{ fruit: 'pear', animal: 'dog' }],
        include: [
          { color: 'green' },
          { color: 'pink', animal: 'cat' },
          { fruit: 'apple', shape: 'circle' },
          { fruit: 'banana' },
          { fruit: 'banana', animal: 'cat' },
        ],
      }),
    ).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ])
  })
})
