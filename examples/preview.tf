# preview/main.tf of preview.yml: the service of one pull request. A target group with a listener rule for the name of
# the preview, or a name in Cloud Map, belongs here as well.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
  backend "s3" {
    bucket       = "octo-org-terraform"
    key          = "preview.tfstate"
    region       = "eu-west-1"
    use_lockfile = true
  }
}

variable "name" {
  description = "web-pr-7, for the service and its family"
}

provider "aws" {
  region = "eu-west-1"
}

# What the first deployment starts from. It never runs: the service begins with no task.
resource "aws_ecs_task_definition" "preview" {
  family                   = var.name
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
  task_role_arn            = "arn:aws:iam::123456789012:role/web"

  container_definitions = jsonencode([
    {
      name         = "app"
      image        = "set-by-the-workflow"
      essential    = true
      portMappings = [{ containerPort = 5001 }]
      secrets = [{
        name      = "DATABASE_URL"
        valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/database-url-8Zk2Qp"
      }]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = "/ecs/web"
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "preview"
        }
      }
    }
  ])
}

resource "aws_ecs_service" "preview" {
  name            = var.name
  cluster         = "staging"
  task_definition = aws_ecs_task_definition.preview.arn
  launch_type     = "FARGATE"
  desired_count   = 0

  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60718", "subnet-0f9e8d7c6b5a40312"]
    security_groups = ["sg-0c4d2e6f8a1b3c5d7"]
  }

  # The workflow deploys: Terraform leaves alone what it has deployed.
  lifecycle {
    ignore_changes = [task_definition, desired_count, deployment_circuit_breaker]
  }
}
