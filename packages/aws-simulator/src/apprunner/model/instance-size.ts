/** CPU units, as the API takes them in two ways. */
const cpus: ReadonlyMap<string, number> = new Map(
  [0.25, 0.5, 1, 2, 4].flatMap((vcpus) => [
    [`${vcpus} vCPU`, vcpus * 1024],
    [String(vcpus * 1024), vcpus * 1024],
  ]),
)

const memories: ReadonlyMap<string, number> = new Map(
  [0.5, 1, 2, 3, 4, 6, 8, 10, 12].flatMap((gigabytes) => [
    [`${gigabytes} GB`, gigabytes * 1024],
    [String(gigabytes * 1024), gigabytes * 1024],
  ]),
)

/** Which memory, in MiB, goes with which CPU units (App Runner developer guide, "App Runner supported configurations"). */
const pairs: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024],
  512: [1024],
  1024: [2048, 3072, 4096],
  2048: [4096, 6144],
  4096: [8192, 10_240, 12_288],
}

/** The CPU units that a text means, such as `1024` or `1 vCPU`; undefined for any other. */
export function cpuUnits(text: string): number | undefined {
  return cpus.get(text)
}

/** The memory in MiB that a text means, such as `2048` or `2 GB`; undefined for any other. */
export function memoryMebibytes(text: string): number | undefined {
  return memories.get(text)
}

/** Whether App Runner has instances of this size. */
export function isInstanceSize(cpu: number, mebibytes: number): boolean {
  return pairs[cpu]?.includes(mebibytes) ?? false
}
