export { recordingHost, type RecordingHost } from './recording-host.ts'
