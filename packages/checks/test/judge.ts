import { evaluate } from '../src/expectations/evaluate.ts'
import type { Answer } from '../src/http/answer.ts'
import { oneCheck } from './one-check.ts'

/** An answer, and what a check expects of it; `canary` stands for what may not be shown. */
export interface Situation {
  readonly expected: Readonly<Record<string, unknown>>
  readonly answer?: Partial<Omit<Answer, 'headers'>> & {
    headers?: Readonly<Record<string, string>>
  }
}

const url = 'https://sandbox.arbiter-ai.com/health'
/** When the answer is judged. */
export const now = Date.UTC(2026, 0, 1)

/** The messages about an answer; empty for a healthy one. */
export function judge({ expected, answer = {} }: Situation): readonly string[] {
  const check = oneCheck({ url, ...expected })
  const judged = {
    now,
    hide: (text: string) => text.replaceAll('canary', '***'),
    answer: {
      kind: 'answer' as const,
      status: 200,
      body: '',
      truncated: false,
      certificateEndsAt: undefined,
      latencyMs: 20,
      ...answer,
      headers: new Map(Object.entries(answer.headers ?? {})),
    },
  }
  return evaluate(check.expected, judged).map(({ message }) => message)
}

/** A body of JSON. */
export const json = (value: unknown) => ({ body: JSON.stringify(value) })
