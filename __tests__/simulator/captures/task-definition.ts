/**
 * The members of a registered task definition by type, as DescribeTaskDefinition answered in February 2026
 * (github.com/cartography-cncf/cartography, tests/data/aws/ecs.py, GET_ECS_TASK_DEFINITIONS_LIVE_REDACTED).
 */

const text = 'string'
const number = 'number'

export const taskDefinition = {
  taskDefinitionArn: text,
  containerDefinitions: [
    {
      name: text,
      image: text,
      cpu: number,
      portMappings: [{ containerPort: number, hostPort: number, protocol: text }],
      essential: 'boolean',
      environment: [{ name: text, value: text }],
      mountPoints: [],
      volumesFrom: [],
      secrets: [{ name: text, valueFrom: text }],
      logConfiguration: {
        logDriver: text,
        options: { 'awslogs-group': text, 'awslogs-region': text, 'awslogs-stream-prefix': text },
      },
      healthCheck: {
        command: [text],
        interval: number,
        timeout: number,
        retries: number,
        startPeriod: number,
      },
      systemControls: [],
    },
  ],
  family: text,
  taskRoleArn: text,
  executionRoleArn: text,
  networkMode: text,
  revision: number,
  volumes: [],
  status: text,
  requiresAttributes: [{ name: text }],
  placementConstraints: [],
  compatibilities: [text],
  requiresCompatibilities: [text],
  cpu: text,
  memory: text,
  registeredAt: number,
  registeredBy: text,
}
