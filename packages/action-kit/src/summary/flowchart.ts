import { codeBlock } from './markdown.ts'

/** An arrow between two things, by what is written on them. */
export interface FlowchartArrow {
  readonly from: string
  readonly to: string
  readonly label?: string
}

/** A Mermaid flowchart from left to right; things of the same text are one. Empty without arrows. */
export function flowchart(arrows: readonly FlowchartArrow[]): string {
  if (arrows.length === 0) return ''
  const nodes = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
  const id = (text: string): string => `n${nodes.indexOf(text)}`
  return codeBlock(
    [
      'flowchart LR',
      ...nodes.map((text) => `  ${id(text)}["${mermaidLabel(text)}"]`),
      ...arrows.map(({ from, to, label }) => {
        const words = label === undefined ? '' : `|"${mermaidLabel(label)}"|`
        return `  ${id(from)} -->${words} ${id(to)}`
      }),
    ],
    'mermaid',
  )
}

/** Text for inside the double quotes of a Mermaid label, which knows character codes only. */
export function mermaidLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/["#<>`\\[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`)
}
