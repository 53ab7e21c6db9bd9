import { parameterNames, type Parameter, type ParameterStore } from '../cloud/parameter-store.ts'

/** A name or an ARN without the version that may follow it, as in `/app/key:3`. */
export function baseName(reference: string): string {
  return parse(reference).name
}

/** Finds what a reference means: a name or an ARN, then perhaps a version. */
export function findParameter(store: ParameterStore, reference: string): Parameter | undefined {
  const { name, version } = parse(reference)
  return parameterNames(name)
    .map((candidate) => store.find(candidate, version))
    .find((parameter) => parameter !== undefined)
}

function parse(reference: string): { name: string; version: number | undefined } {
  const [, name = reference, version] =
    /^((?:arn(?::[^:]*){5})|[^:]*):([^:]*)$/.exec(reference) ?? []
  return { name, version: version === undefined ? undefined : Number(version) }
}
