/** A size for people to read. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const [unit, value] = bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000]
  return `${value.toFixed(1)} ${unit}`
}
