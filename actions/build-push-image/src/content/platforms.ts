import { arch } from 'node:os'

/** The names that Go has for what Node calls otherwise. */
const architectures: Readonly<Record<string, string>> = {
  x64: 'amd64',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  ia32: '386',
  i386: '386',
  aarch64: 'arm64',
  ppc64: 'ppc64le',
  armhf: 'arm/v7',
  armel: 'arm/v6',
}

/** What an image is built for where nobody says: the architecture of this machine, and Linux. */
export function ownPlatform(): string {
  return normalizePlatform(`linux/${arch()}`)
}

/**
 * The platforms of a build, each once and in one order: docker makes the same images of them in any. An
 * architecture has one name, and its usual variant none.
 * https://github.com/containerd/platforms/blob/main/database.go
 */
export function normalizePlatforms(platforms: readonly string[]): readonly string[] {
  const all = platforms.length === 0 ? [ownPlatform()] : platforms.map(normalizePlatform)
  return [...new Set(all)].toSorted()
}

function normalizePlatform(platform: string): string {
  const [os = '', architecture = '', ...variant] = platform.trim().toLowerCase().split('/')
  const name = [os, architectures[architecture] ?? architecture, ...variant].join('/')
  if (name === 'linux/arm64/v8') return 'linux/arm64'
  return name === 'linux/arm' ? 'linux/arm/v7' : name
}
