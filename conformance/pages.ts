/** Pages of AWS that the expected courses rest on. */

const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide'
const reference = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference'

export const pages = {
  circuitBreaker: `${guide}/deployment-circuit-breaker.html`,
  serviceDeployment: `${guide}/service-deployment.html`,
  stopServiceDeployment: `${guide}/stop-service-deployment.html`,
  serviceRevision: `${guide}/service-revision.html`,
  eventMessages: `${guide}/service-event-messages-list.html`,
  throttling: `${guide}/service-throttle-logic.html`,
  stoppedTasks: `${guide}/stopped-task-error-codes.html`,
  cannotPull: `${guide}/task_cannot_pull_image.html`,
  failures: `${guide}/api_failures_messages.html`,
  container: `${reference}/API_Container.html`,
  deployment: `${reference}/API_Deployment.html`,
  deploymentCircuitBreaker: `${reference}/API_ServiceDeploymentCircuitBreaker.html`,
  runTask: `${reference}/API_RunTask.html`,
  task: `${reference}/API_Task.html`,
  updateService: `${reference}/API_UpdateService.html`,
}
