import { readFile } from 'node:fs/promises'
import type { Host } from '../../host.ts'
import { inputError } from '../parse.ts'
import { InvalidValue, type Problem } from '../spec.ts'
import { map, text } from '../types.ts'
import { parseTerraformOutputs } from './terraform-outputs.ts'
import type { Variables } from './variables.ts'

/** The two inputs that give variables, for the table of every action that has them. */
export const variableInputs = {
  variables: map({
    isLiteral: true,
    description:
      'Values for `${name}` in the other inputs and in the definition, `name=value` a line. `$${` stands for `${` itself; an unknown name is an error. Without this input and `terraform-outputs`, `${` has no meaning.',
  }),
  'terraform-outputs': text({
    isLiteral: true,
    description:
      'Path of what `terraform output -json` printed: gives `${tf.name}`, and `${tf.name.key}` for a part of an output that is an object or a list. Sensitive outputs are masked.',
  }),
} as const

/**
 * Reads the variables that the inputs give, and masks those that Terraform calls sensitive. Undefined
 * where neither input is given, or where they are wrong by themselves: parsing all inputs says so then.
 * Throws an `input` error for a file that cannot be used.
 */
export async function readVariables(
  host: Pick<Host, 'readInput' | 'mask'>,
): Promise<Variables | undefined> {
  const { variables, terraformOutputs } = {
    variables: host.readInput('variables')?.trim() ?? '',
    terraformOutputs: host.readInput('terraform-outputs')?.trim() ?? '',
  }
  if (variables === '' && terraformOutputs === '') return undefined
  try {
    const texts = new Map(variableInputs.variables.parse(variables))
    const groups = new Map<string, readonly string[]>()
    if (terraformOutputs !== '') {
      await addTerraformOutputs(terraformOutputs, { texts, groups, host })
    }
    return { texts, groups }
  } catch (error) {
    if (error instanceof InvalidValue) return undefined
    throw error
  }
}

interface Collected {
  readonly texts: Map<string, string>
  readonly groups: Map<string, readonly string[]>
  readonly host: Pick<Host, 'mask'>
}

async function addTerraformOutputs(path: string, collected: Collected): Promise<void> {
  for (const { name, isSensitive, value } of await readOutputs(path)) {
    addPart(`tf.${name}`, value, { ...collected, isSensitive })
  }
}

function addPart(
  name: string,
  value: unknown,
  to: Collected & { readonly isSensitive: boolean },
): void {
  // Terraform leaves out outputs that are null; a part that is null stands for no text either.
  if (value === null) return
  if (typeof value === 'object') {
    const parts = Object.entries(value)
    to.groups.set(
      name,
      parts.map(([key]) => `${name}.${key}`),
    )
    for (const [key, part] of parts) addPart(`${name}.${key}`, part, to)
    return
  }
  const leaf = typeof value === 'string' ? value : JSON.stringify(value)
  to.texts.set(name, leaf)
  if (to.isSensitive) to.host.mask(leaf)
}

async function readOutputs(path: string) {
  const problem = (message: string, at = ''): Problem => ({
    path: 'terraform-outputs',
    message: `the file ${path}${at === '' ? '' : ` at ${at}`} ${message}`,
  })
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw inputError([problem(`cannot be read${reason}`)])
  }
  try {
    return parseTerraformOutputs(source)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw inputError(error.problems.map(({ path: at, message }) => problem(message, at)))
  }
}
