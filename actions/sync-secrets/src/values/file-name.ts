import { isTellable } from './name.ts'

/** The file by its path, unless what stands there may be its content: that is not repeated. */
export function fileName(path: string): string {
  const isPath = !/[\r\n=]|:\/\//.test(path) && (/\.[a-z]{2,5}$/.test(path) || isTellable(path))
  return isPath ? `the file ${path}` : 'a file (the path is wanted here, and not the content)'
}
