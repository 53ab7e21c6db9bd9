/**
 * What is asked of registries, as the log of calls and the faults of a world name it. A fault of all
 * operations (`*`) means those of AWS: its errors are not those of a registry.
 */
export const registryOperations = [
  'PingRegistry',
  'RegistryToken',
  'PullManifest',
  'HeadManifest',
  'PullBlob',
  'HeadBlob',
  'DownloadLayer',
  'ListTags',
  'BeginUpload',
  'PushBlob',
  'PushManifest',
] as const

export type RegistryOperation = (typeof registryOperations)[number]

const names: ReadonlySet<string> = new Set(registryOperations)

/** What a registry's own address can be asked for: all but the layers that are kept elsewhere. */
export type RoutedOperation = Exclude<RegistryOperation, 'DownloadLayer'>

/** Whether an operation is one of a registry, not of AWS. */
export function isRegistryOperation(name: string): boolean {
  return names.has(name)
}
