export { reportDeployment } from './deployment.ts'
export { reportAdjustment, reportNothingDone, reportRefusal } from './without-deployment.ts'
