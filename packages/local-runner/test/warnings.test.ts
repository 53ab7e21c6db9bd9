import { describe, expect, it } from 'vitest'
import { runHere } from './run-here.ts'

const head = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n'
const ids = '      - { id: build, run: "true" }\n      - { id: test-all, run: "true" }\n'

async function warningsOf(content: string): Promise<readonly string[]> {
  const { warnings } = await runHere(content)
  return warnings.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('a step that is read and does not exist', () => {
  it('is warned of with its place before the run, which goes on with an empty value', async () => {
    const run = await runHere(
      `${head}    outputs: { image: "\${{ steps.biuld.outputs.image }}" }\n    steps:\n${ids}`,
    )
    expect(run.conclusion).toBe('success')
    expect(run.jobs[0]?.outputs).toEqual({})
    expect(run.text.split('\n')[1]).toBe(
      "Warning: workflow.yml:5:24: The job has no step with the id 'biuld': " +
        'what is read of it is empty, on GitHub too. Its ids are: build, test-all.',
    )
  })

  it.each([
    ['an input among text', '{ run: "a ${{ github.ref }} b ${{ steps.nope.outputs.x }}" }', '8:39'],
    [
      'a block of text',
      '{ run: x }\n      - run: |\n          true\n          ${{ steps.nope.outcome }}',
      '11:11',
    ],
    ['the environment', '{ run: "true", env: { A: "${{ steps.NOPE.outputs.x }}" } }', '8:35'],
    ['a condition without markers', "{ run: x, if: steps.nope.outcome == 'failure' }", '8:23'],
    ['a condition with markers', '{ run: x, if: "${{ steps.nope.outputs.x }}" }', '8:24'],
    ['brackets', `{ run: x, if: "steps['nope'].outputs.x" }`, '8:23'],
  ])('is found in %s', async (_, step, place) => {
    const warnings = await warningsOf(`${head}    steps:\n${ids}      - ${step}\n`)
    expect(warnings.map((warning) => warning.slice(0, place.length + 1))).toEqual([`${place} `])
  })

  it('is one of another job', async () => {
    const other =
      '  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ steps.build.outcome }}\n'
    expect(await warningsOf(`${head}    steps:\n${ids}${other}`)).toEqual([
      expect.stringMatching(/^11:19 .*'build'.*None of its steps has an id\.$/),
    ])
  })
})

describe('a step that is read and exists', () => {
  it.each([
    'steps.build.outputs.x',
    'steps.BUILD.outputs.x',
    "steps['test-all'].outcome",
    'steps.test-all.outcome',
    "'steps.nope.outputs'",
    'toJSON(steps)',
    'steps.*.outcome',
    "steps[format('bu{0}', 'ild')].outcome",
    'github.steps.nope',
  ])('is no reason for a warning: %s', async (expression) => {
    const step = `      - { run: "true", env: { A: "\${{ ${expression} }}" } }\n`
    expect(await warningsOf(`${head}    steps:\n${ids}${step}`)).toEqual([])
  })
})
