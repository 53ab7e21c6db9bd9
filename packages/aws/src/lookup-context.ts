import type { AwsClients } from './clients.ts'

/** What every look at AWS needs: the clients, and the run's signal that ends it. */
export interface LookupContext {
  readonly clients: AwsClients
  readonly signal: AbortSignal
  /**
   * Hears what was read of a secret to learn its keys, by key, so that it can be masked should it turn up elsewhere: a text as it
   * is, anything else as JSON. A secret that is no JSON object comes under the key `secret`.
   */
  readonly onSecretRead?: (values: Readonly<Record<string, string>>) => void
}
