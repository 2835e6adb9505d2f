import { revisionName } from '../../ecs/arn.js'
import type { Deployment, Service } from '../../ecs/service.js'
import { deploymentOf } from '../../ecs/service.js'
import type { Tracked } from '../tracked-deployment.js'

/** `web:8 1 running, 1 starting of 2 · web:7 2 running` */
export function countsText({ deploymentId }: Tracked, service: Service): string {
  const ours = deploymentOf(service, deploymentId)
  const others = service.deployments.filter(
    ({ id, pendingCount, runningCount }) => id !== deploymentId && (runningCount > 0 || pendingCount > 0),
  )
  const texts = others.map(deploymentText)
  if (ours) texts.unshift(`${deploymentText(ours)} of ${service.desiredCount}`)
  return texts.join(' · ')
}

function deploymentText({ taskDefinition, runningCount, pendingCount }: Deployment): string {
  const starting = pendingCount > 0 ? `, ${pendingCount} starting` : ''
  return `${revisionName(taskDefinition)} ${runningCount} running${starting}`
}

/** While old tasks drain, there are more. */
export function runningText(running: number, { desiredCount }: Pick<Service, 'desiredCount'>): string {
  return running > desiredCount ? `${running} running` : `${running} of ${desiredCount} running`
}
