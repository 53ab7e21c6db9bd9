/** `512`, `.5 vCPU` or `0.5 vcpu` as CPU units; undefined for a text that is no size. */
export function cpuUnits(cpu: string): number | undefined {
  const virtual = /^(\d*\.?\d+)\s*vcpu$/i.exec(cpu.trim())
  if (virtual) return Number(virtual[1]) * 1024
  return /^\d+$/.test(cpu.trim()) ? Number(cpu) : undefined
}

/** `1024`, `1 GB` or `0.5GB` as MiB; undefined for a text that is no size. */
export function memoryMebibytes(memory: string): number | undefined {
  const gigabytes = /^(\d*\.?\d+)\s*gb$/i.exec(memory.trim())
  if (gigabytes) return Number(gigabytes[1]) * 1024
  return /^\d+$/.test(memory.trim()) ? Number(memory) : undefined
}
