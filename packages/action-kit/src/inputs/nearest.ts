import { closestMatch } from 'leven'

/** The candidate that is probably meant by `word`: a third of it may differ, in any case. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const byLowerCase = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]))
  const maxDistance = Math.max(2, Math.floor(word.length / 3))
  const match = closestMatch(word.toLowerCase(), [...byLowerCase.keys()], { maxDistance })
  return match === undefined ? undefined : byLowerCase.get(match)
}
