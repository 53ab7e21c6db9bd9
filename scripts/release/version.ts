/** A released version of the suite. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
}

/** Reads `1.2.3`; undefined for anything else, so also for a version with a suffix. */
export function findVersion(text: string): Version | undefined {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text)
  if (match === null) return undefined
  const [major = 0, minor = 0, patch = 0] = match.slice(1).map(Number)
  return { major, minor, patch }
}

/** Negative when `a` is older than `b`, positive when it is newer. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch
}

/** `1.2.3`. */
export function formatVersion({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch}`
}
