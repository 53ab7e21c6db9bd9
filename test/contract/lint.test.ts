import { describe, expect, it } from 'vitest'
import { dependencyMatrix } from './dependency-matrix.ts'
import { lintPlanted } from './lint-overlay.ts'
import { allowedUses, plantedFaults, type PlantedFault } from './planted-faults.ts'

const measures: readonly PlantedFault[] = [
  { what: 'any', code: 'export const x: any = 1', says: 'no-explicit-any' },
  { what: 'a promise that floats', code: 'Promise.resolve(1)', says: 'no-floating-promises' },
  {
    what: 'a silenced compiler',
    code: '// @ts-ignore\nexport const x = 1',
    says: 'ban-ts-comment',
  },
  {
    what: 'a switch that forgets a case',
    code: "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    says: 'switch-exhaustiveness-check',
  },
  { what: 'a note to come back', code: '// TODO: later\nexport const x = 1', says: 'no-warning' },
  {
    what: 'a file of 301 lines',
    code: Array.from({ length: 301 }, (_, line) => `export const x${line} = ${line}`).join('\n'),
    says: 'max-lines',
  },
  {
    what: 'a function of 81 lines',
    code: `export function f() {\n${'  f()\n'.repeat(80)}}`,
    says: 'max-lines-per-function',
  },
  {
    what: 'a function with four parameters',
    code: 'export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d]',
    says: 'max-params',
  },
].map((fault) => ({ ...fault, path: 'packages/ecs/src/planted-#.ts' }))

const all = [...plantedFaults, ...allowedUses, ...dependencyMatrix, ...measures]
const reported = lintPlanted(all)
const of = (faults: readonly PlantedFault[]) =>
  faults.map((fault) => ({ ...fault, findings: reported[all.indexOf(fault)] ?? [] }))

describe('a file that breaks a rule of the layout', () => {
  it.for(of(plantedFaults))('is refused: $what in $path', ({ says, findings }) => {
    expect(findings.join('\n')).toContain(says)
  })
})

describe('a file that keeps to the rules of the layout', () => {
  it.for(of(allowedUses))('passes: $what in $path', ({ findings }) => {
    expect(findings).toEqual([])
  })
})

describe('an import from one package to another', () => {
  const refused = dependencyMatrix.filter(({ says }) => says !== undefined)
  const allowed = dependencyMatrix.filter(({ says }) => says === undefined)

  it.for(of(refused))('is refused: $path imports $what', ({ says, findings }) => {
    expect(findings.join('\n')).toContain(says)
  })

  it.for(of(allowed))('passes: $path imports $what', ({ findings }) => {
    expect(findings).toEqual([])
  })
})

describe('a file beyond the measures of a healthy room', () => {
  it.for(of(measures))('is refused: $what', ({ says, findings }) => {
    expect(findings.join('\n')).toContain(says)
  })
})
