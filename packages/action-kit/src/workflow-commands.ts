/**
 * Makes sure that no line of a text is taken for a workflow command: what a container printed must
 * not be able to set an output. A zero-width space goes between the line's start and `::`, and into
 * `##[`, the runner's older notation, which counts anywhere in a line.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200B::').replaceAll('##[', '##\u200B[')
}
