import { InvalidValue, invalid } from '../spec.ts'

/** One output of Terraform: its parts are reached by keys and indexes, joined by dots. */
export interface TerraformOutput {
  readonly name: string
  readonly isSensitive: boolean
  readonly value: unknown
}

/**
 * Reads what `terraform output -json` prints. Throws {@link InvalidValue}, which never repeats the text.
 * https://developer.hashicorp.com/terraform/cli/commands/output
 */
export function parseTerraformOutputs(text: string): readonly TerraformOutput[] {
  const tree = parseJson(text)
  if (!isMapping(tree)) return invalid(`holds no mapping of outputs${howTo}`)
  return Object.entries(tree).map(([name, output]) => {
    if (!isMapping(output) || !('value' in output)) {
      throw new InvalidValue([{ path: name, message: `has no "value"${howTo}` }])
    }
    return { name, isSensitive: output['sensitive'] === true, value: output['value'] }
  })
}

const howTo =
  ': write it with `terraform output -json > FILE`, for all outputs at once, and with `terraform_wrapper: false` where hashicorp/setup-terraform installs Terraform'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return invalid(`is no JSON${howTo}`)
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
