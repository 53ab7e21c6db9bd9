import { under, InvalidValue, type Host, type Problem, type Raw } from '@deploy-actions/action-kit'
import { rawKey, type Notation } from '../document/index.ts'
import { mergeSources, type Given, type Source } from '../values/given.ts'
import { valuesFromFile } from '../values/from-file.ts'
import { valuesFromText, valuesFromTree } from '../values/from-text.ts'
import { valuesFromVariables, variableName } from '../values/from-variables.ts'

/** The inputs that give values. */
export interface ValueInputs {
  readonly values?: Raw | undefined
  readonly valuesFromEnv?: readonly string[] | undefined
  readonly valuesFile?: string | undefined
}

/** What the inputs of a secret give, and all that is wrong with it, under the name of the input. */
export interface ReadValues {
  readonly values: Given
  readonly problems: readonly Problem[]
}

/** Reads the values of a secret from wherever they come. */
export async function readValues(
  inputs: ValueInputs,
  notation: Notation,
  host: Pick<Host, 'readVariable'>,
): Promise<ReadValues> {
  const { values, valuesFromEnv, valuesFile } = inputs
  const problems: Problem[] = []
  const sources: Source[] = []
  const take = async (input: string, read: () => Given | Promise<Given>): Promise<void> => {
    try {
      sources.push({ input, values: await read() })
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(...error.problems.map((problem) => under(input, problem)))
    }
  }
  if (values !== undefined) await take('values', () => fromInput(values, notation))
  if (valuesFromEnv !== undefined) {
    const names = valuesFromEnv.map((item) => variableName(item, notation))
    await take('values-from-env', () => valuesFromVariables(names, host))
  }
  if (valuesFile !== undefined) {
    await take('values-file', () => valuesFromFile(valuesFile, notation))
  }
  const merged = mergeSources(sources)
  return { values: merged.values, problems: [...problems, ...merged.problems] }
}

function fromInput(raw: Raw, notation: Notation): Given {
  if (typeof raw !== 'string') return valuesFromTree(raw)
  return notation === 'raw' ? new Map([[rawKey, raw]]) : valuesFromText(raw)
}
