import type { InputTable } from './inputs/index.ts'

/**
 * What an action promises to its users: the one source of action.yml, of the tables in its README
 * and of how its inputs are parsed.
 */
export interface Contract<
  Inputs extends InputTable = InputTable,
  Outputs extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> {
  /** The folder's name, and the last part of `uses: org/deploy-actions/<name>@v1`. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** Icon (feather) and colour for the marketplace. */
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Inputs
  /** The values of the output `outcome`, each with what it says of where things stand. */
  readonly outcomes: Readonly<Record<string, string>>
  /** Output name to what it holds, besides `outcome` and `failure`, which every action has. */
  readonly outputs: Outputs
  /**
   * Outputs that are written for people: a masked value is hidden wherever it stands in them. In the others it stays where
   * it is a part of a path, a name or an ARN, which a next step needs as it is.
   */
  readonly prose?: readonly (keyof Outputs & string)[]
  /**
   * The action has a part that runs when the job is over, be it green, red or cancelled: its module exports `startPost`
   * beside `start`.
   */
  readonly post?: true
}

/** The outputs of every action, whatever else it has. */
export type CommonOutput = 'outcome' | 'failure'

/** Names the contract of an action; its types follow from what is written. */
export function defineContract<
  const Inputs extends InputTable,
  const Outputs extends Readonly<Record<string, string>>,
>(contract: Contract<Inputs, Outputs>): Contract<Inputs, Outputs> {
  return contract
}
