/** Where a connection goes in place of what DNS says. */
export interface Address {
  /** An IP address, or another host name. */
  readonly host: string
  /** Undefined for the port of the URL. */
  readonly port: number | undefined
}

const form =
  /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<bare>[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*)|(?<name>[\w.-]+))(?::(?<port>\d{1,5}))?$/i

/** Reads `10.0.0.7`, `10.0.0.7:8443`, `[::1]:8443` or `lb.example.com`; undefined where it is none. */
export function findAddress(text: string): Address | undefined {
  const parts = form.exec(text)?.groups
  const host = parts?.['v6'] ?? parts?.['bare'] ?? parts?.['name']
  if (host === undefined) return undefined
  const port = parts?.['port'] === undefined ? undefined : Number(parts['port'])
  return port === undefined || (port >= 1 && port <= 65_535) ? { host, port } : undefined
}
