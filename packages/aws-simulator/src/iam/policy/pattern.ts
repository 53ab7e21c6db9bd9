/** Whether a text fits a pattern, in which `*` is any text and `?` any one character. */
export function fits(pattern: string, text: string): boolean {
  return regExpOf(pattern, '').test(text)
}

/** As {@link fits}, whatever the case of the letters. */
export function fitsInAnyCase(pattern: string, text: string): boolean {
  return regExpOf(pattern, 'i').test(text)
}

/** Whether an ARN fits a pattern part by part: no `*` reaches over a colon, but in the last part. */
export function fitsArn(pattern: string, arn: string): boolean {
  const expected = partsOf(pattern)
  const given = partsOf(arn)
  return (
    expected.length === given.length && expected.every((part, at) => fits(part, given[at] ?? ''))
  )
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}

function regExpOf(pattern: string, flags: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags)
}
