import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyPlan } from '../src/plan/plan-secret.ts'
import { planOutput } from '../src/report.ts'
import { planOf } from './drafts.ts'

const keyNames = ['A', 'B', 'C', 'D', 'E'] as const
const value = fc.stringMatching(/^canary-[a-z0-9]{12}$/)
const documents = fc.dictionary(fc.constantFrom(...keyNames), value)
const rules = fc.dictionary(
  fc.constantFrom(...keyNames),
  fc.constantFrom(
    '{}',
    '{required: true}',
    '{policy: never-touch}',
    '{policy: create-only}',
    '{generate: true}',
    "{derive: '<${A}>'}",
    "{derive: '${B|base64}${C}'}",
    '{forbid: true}',
    '{pattern: y-a}',
    '{equals: E}',
  ),
)

/** Anything that may be asked of a secret of five keys. */
const drafts = fc
  .record({
    stored: documents,
    given: fc.dictionary(fc.constantFrom(...keyNames), fc.option(value, { nil: undefined })),
    rules,
    others: fc.constantFrom('keep' as const, 'remove' as const),
    drawn: value,
  })
  .map((sample) => {
    const lines = Object.entries(sample.rules).filter(([key, rule]) => {
      return !rule.includes(`{${key}`) && !rule.includes(`equals: ${key}`)
    })
    const schema = lines.map(([key, rule]) => `${key}: ${rule}`).join('\n')
    return {
      ...sample,
      schema: schema === '' ? '{}' : schema,
      drawn: Object.fromEntries(keyNames.map((key) => [key, sample.drawn])),
      stored: JSON.stringify(sample.stored),
      before: sample.stored,
      request: { others: sample.others },
    }
  })

describe('of whatever is asked', () => {
  it('the four lists have each key once, and say what becomes of it', () => {
    fc.assert(
      fc.property(drafts, (drafted) => {
        const { plan, text } = planOf(drafted)
        const lists = (JSON.parse(planOutput([plan])) as Record<string, Record<string, string[]>>)[
          'app'
        ]
        const { added = [], changed = [], removed = [], unchanged = [] } = lists ?? {}
        const after = JSON.parse(text) as Record<string, string>
        const all = [...added, ...changed, ...removed, ...unchanged]
        expect(new Set(all).size).toBe(all.length)
        expect(new Set(all)).toEqual(
          new Set([...Object.keys(drafted.before), ...Object.keys(after)]),
        )
        const { before } = drafted
        const own = (object: object, key: string): boolean => Object.hasOwn(object, key)
        expect(added.every((key) => !own(before, key) && own(after, key))).toBe(true)
        expect(removed.every((key) => own(before, key) && !own(after, key))).toBe(true)
        expect(changed.every((key) => before[key] !== after[key])).toBe(true)
        expect(unchanged.every((key) => before[key] === after[key])).toBe(true)
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  it('a key that is never touched is what it was', () => {
    fc.assert(
      fc.property(drafts, (drafted) => {
        const after = JSON.parse(planOf(drafted).text) as Record<string, string>
        const untouched = Object.keys(drafted.rules).filter((key) =>
          drafted.schema.includes(`${key}: {policy: never-touch}`),
        )
        const values = (of: Record<string, string>) => untouched.map((key) => of[key])
        expect(values(after)).toEqual(values(drafted.before))
      }),
      { seed: 2, numRuns: 400 },
    )
  })

  it('no value is in the plan', () => {
    fc.assert(
      fc.property(drafts, (drafted) => {
        const { plan } = planOf(drafted)
        const printed = JSON.stringify(plan)
        expect(printed).not.toContain('canary-')
        expect(printed).not.toContain(btoa('canary-').slice(0, 8))
      }),
      { seed: 3, numRuns: 400 },
    )
  })

  it('planning what was written changes nothing more', () => {
    fc.assert(
      fc.property(drafts, (drafted) => {
        const { plan, text } = planOf(drafted)
        if (plan.keys.some(({ problems }: KeyPlan) => problems.length > 0)) return
        const again = planOf({ ...drafted, stored: text })
        expect(again.plan.action).toBe('keep')
        expect(again.text).toBe(text)
      }),
      { seed: 4, numRuns: 400 },
    )
  })
})
