import { secretPartsOf } from '@deploy-actions/action-kit'
import { secretForms, tokenRunsIn } from '../task-definition/index.ts'

/**
 * What must not be shown of a text that was read from a secret, in each form in which it may appear in a log. What is
 * a plain setting stays readable unless its name speaks of a secret, since such secrets hold settings as well.
 */
export function secretTexts(name: string, text: string): readonly string[] {
  return [...secretForms(name, text), ...leavesOf(text).flatMap(ofText)]
}

/** The texts in a JSON document, at any depth; any other text as it is. */
function leavesOf(text: string): readonly string[] {
  try {
    const tree: unknown = JSON.parse(text)
    return typeof tree === 'object' && tree !== null ? [text, ...textsIn(tree)] : textsIn(tree)
  } catch {
    return [text]
  }
}

function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return leavesOf(tree)
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : []
}

/** A text of several lines is judged line by line, as a log shows it: one of them may be a secret among settings. */
function ofText(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.flatMap((line) => (isSetting(line) ? [] : [line, ...partsOf(line)]))
}

function partsOf(line: string): readonly string[] {
  const users = [...line.matchAll(/:\/\/([^/?#\s:@]*)[^/?#\s]*@/g)].map(([, user = '']) => user)
  const parts = [...secretPartsOf(line), ...users, ...tokenRunsIn(line), ...assigned(line)]
  return parts.filter((part) => !isSetting(part))
}

/** `NAME=value`, as a file of variables has it. */
function assigned(line: string): readonly string[] {
  const value = /^(?:export )?[A-Za-z_]\w*=["']?(.+?)["']?$/.exec(line)?.[1]
  return value === undefined ? [] : [value]
}

/** Words joined by what joins names: `us-east-1`, `app/production`, `text-embedding-3-small`. */
const words = /^\.{0,2}\/?[a-z]{1,15}(?:[-_./:]+(?:[a-z]{1,15}\d?|\d{1,5}))*\/?$/
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,15}(?::\d{1,5})?$/
const address = /^(?:[a-z][a-z\d+.-]*:)+\/\/[^/?#\s@]+([/?#][^\s@]*)?$/
const other = /^(?:true|false|null|[+-]?[\d.,_:]+|arn:aws[\w-]*:\S+)$/i

function isSetting(line: string): boolean {
  return line.split(/[,;]\s*/).every((item) => {
    if ([words, hostName, other].some((pattern) => pattern.test(item))) return true
    const place = address.exec(item)
    // Behind the host, the form alone tells whether a path or a query lets somebody in.
    return (
      place !== null && secretPartsOf(item).length === 0 && tokenRunsIn(place[1] ?? '').length === 0
    )
  })
}
