import type { AwsClients } from './clients.ts'

/** What every look at AWS needs: the clients, and the run's signal that ends it. */
export interface LookupContext {
  readonly clients: AwsClients
  readonly signal: AbortSignal
}
