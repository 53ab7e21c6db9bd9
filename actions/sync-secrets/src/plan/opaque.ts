import type { SecretRequest } from '../request.ts'
import type { Stored } from '../store/stored.ts'
import { parseDocument } from '../document/index.ts'
import type { Obstacle } from './obstacles.ts'

/** What keeps the content of a secret from being read as it is asked for: it is a text that is no JSON object, or bytes. */
export type Opacity = 'none' | 'text' | 'bytes'

/** Whether what is stored can be read in the notation of a request; where nothing is stored it can. */
export function opacityOf(stored: Stored, { notation }: Pick<SecretRequest, 'notation'>): Opacity {
  if (stored.kind !== 'found' || stored.current === undefined) return 'none'
  const { text } = stored.current
  if (text === undefined) return 'bytes'
  return parseDocument(text, notation) === undefined ? 'text' : 'none'
}

/** Why nothing can be read from a secret. */
export function unreadable({ id }: SecretRequest, opacity: Opacity): readonly Obstacle[] {
  if (opacity === 'none') return []
  const { what, remedy } = contents[opacity]
  return [{ message: `The secret ${id} holds ${what}.`, remedy }]
}

const contents = {
  text: {
    what: 'something that is no JSON object, so it has no keys',
    remedy:
      'Set write: raw for a secret that is one text, or push with write: replace to put a JSON object in its place.',
  },
  bytes: {
    what: 'bytes (SecretBinary) and no text, so that nothing of it can be read here, and nothing kept',
    remedy:
      'Name another secret. To put something in the place of the bytes, push a value with write: replace or write: raw, and without a policy that would keep what is there.',
  },
} as const

/** Why a secret whose content cannot be read may not be written: something of it would have to be kept. */
export function unkeepable(request: SecretRequest, opacity: Opacity): readonly Obstacle[] {
  const { given, schema, notation, others } = request
  const isReplaced = others === 'remove' || notation === 'raw'
  const isValueGiven = [...given.values()].some((value) => value !== undefined)
  const keeps = [...schema.values()].some(({ policy }) => policy !== 'overwrite')
  // A text that is no JSON object has no keys that a policy could keep. Nobody knows what bytes are.
  const isMeant = isReplaced && (opacity === 'text' || (isValueGiven && !keeps))
  return isMeant ? [] : unreadable(request, opacity)
}
