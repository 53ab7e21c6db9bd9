export { recordingHost, type Recorded, type RecordingHost } from './recording-host.ts'
