import {
  asText,
  invalid,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'

/** CPU units by vCPUs. https://docs.aws.amazon.com/apprunner/latest/api/API_InstanceConfiguration.html */
const vcpus = ['0.25', '0.5', '1', '2', '4'] as const
const gigabytes = ['0.5', '1', '2', '3', '4', '6', '8', '10', '12'] as const

/** CPU in units of 1/1024 vCPU, of which App Runner has some. */
export function cpu<const O extends InputOptions>(options: O): InputSpec<string> & O {
  const parse = (raw: Raw, fill?: Fill): string =>
    toUnits(asText(raw, fill), { unit: 'vcpu', sizes: vcpus }) ??
    invalid(`is none of App Runner's sizes; allowed: ${vcpus.join(', ')} vCPU`)
  return { ...options, type: 'string', parse }
}

/** Memory in MB, of which App Runner has some. */
export function memory<const O extends InputOptions>(options: O): InputSpec<string> & O {
  const parse = (raw: Raw, fill?: Fill): string =>
    toUnits(asText(raw, fill), { unit: 'gb', sizes: gigabytes }) ??
    invalid(`is none of App Runner's sizes; allowed: ${gigabytes.join(', ')} GB`)
  return { ...options, type: 'string', parse }
}

/** `1`, `1 vCPU` and `1024` are the same size. */
function toUnits(
  text: string,
  { unit, sizes }: { readonly unit: string; readonly sizes: readonly string[] },
): string | undefined {
  const written = text.toLowerCase().replace(unit, '').trim().replace(/^\./, '0.')
  const size = sizes.find((one) => one === written || inUnits(one) === written)
  return size === undefined ? undefined : inUnits(size)
}

function inUnits(size: string): string {
  return String(Number(size) * 1024)
}

/** Size of a service as it is described, in units. */
export function cpuUnits(text: string): string {
  return toUnits(text, { unit: 'vcpu', sizes: vcpus }) ?? text
}

/** Size of a service as it is described, in MB. */
export function memoryUnits(text: string): string {
  return toUnits(text, { unit: 'gb', sizes: gigabytes }) ?? text
}

/** Memory in GB that goes with vCPUs. https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html */
const pairs: Readonly<Record<string, readonly string[]>> = {
  '0.25': ['0.5', '1'],
  '0.5': ['1'],
  '1': ['2', '3', '4'],
  '2': ['4', '6'],
  '4': ['8', '10', '12'],
}

/** What is wrong with a pair of sizes in units, as the rest of a sentence; undefined where nothing is. */
export function pairProblem(cpuSize: string, memorySize: string): string | undefined {
  const vcpu = String(Number(cpuSize) / 1024)
  const allowed = pairs[vcpu]
  if (allowed === undefined || allowed.includes(String(Number(memorySize) / 1024))) return undefined
  return `does not go with ${vcpu} vCPU; allowed: ${allowed.join(', ')} GB`
}
