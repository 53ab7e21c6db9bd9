import { data } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'

/** What success(), failure() and cancelled() say at one moment; always() needs nobody. */
export interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

/** The four status functions for use in a condition. */
export function statusFunctions(status: Status): ReadonlyMap<string, FunctionDefinition> {
  const answers = { ...status, always: true }
  return new Map(
    Object.entries(answers).map(([name, answer]) => [
      name,
      { name, minArgs: 0, maxArgs: 255, call: () => new data.BooleanData(answer) },
    ]),
  )
}
