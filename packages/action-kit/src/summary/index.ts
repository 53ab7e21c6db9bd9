export { flowchart, type FlowchartArrow } from './flowchart.ts'
export { code, codeBlock, escapeMarkdown, link, paragraphs, table } from './markdown.ts'
export { timeline, type TimelineEntry } from './timeline.ts'
