# A service behind the load balancer, and one beside it, on a cluster of their own.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "release" {
  description = "The tag of the image."
}

variable "desired_count" {
  default = 2
}

provider "aws" {}

data "aws_caller_identity" "deployer" {}

data "aws_ecr_repository" "web" {
  name = "web"
}

data "aws_ecr_image" "release" {
  repository_name = data.aws_ecr_repository.web.name
  image_tag       = var.release
}

data "aws_lb_target_group" "web" {
  name = "web-prod"
}

data "aws_ecs_service" "neighbour" {
  cluster_arn  = "arn:aws:ecs:eu-west-1:${data.aws_caller_identity.deployer.account_id}:cluster/prod"
  service_name = "web"
}

locals {
  image = "${data.aws_ecr_repository.web.repository_url}:${var.release}"
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "shop" {
  family                   = "shop"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = "arn:aws:iam::${data.aws_caller_identity.deployer.account_id}:role/ecsTaskExecutionRole"
  # A deployment that fails goes back to the former revision, which therefore has to stay.
  skip_destroy = true

  container_definitions = jsonencode([
    {
      name         = "app"
      image        = local.image
      portMappings = [{ containerPort = 5001 }]
      environment  = [{ name = "LOG_LEVEL", value = "info" }]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = "/ecs/shop"
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "app"
        }
      }
    }
  ])

  tags = { digest = data.aws_ecr_image.release.image_digest }
}

resource "aws_ecs_service" "shop" {
  name                              = "shop"
  cluster                           = aws_ecs_cluster.shop.id
  task_definition                   = aws_ecs_task_definition.shop.arn
  desired_count                     = var.desired_count
  launch_type                       = "FARGATE"
  health_check_grace_period_seconds = 30
  enable_ecs_managed_tags           = true
  propagate_tags                    = "SERVICE"
  wait_for_steady_state             = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  load_balancer {
    target_group_arn = data.aws_lb_target_group.web.arn
    container_name   = "app"
    container_port   = 5001
  }

  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60718"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  tags = { team = "shop" }
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "worker"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([
    { name = "worker", image = "public.ecr.aws/docker/library/busybox:1.37", command = ["sleep", "infinity"] }
  ])

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.shop.id
  task_definition = aws_ecs_task_definition.worker.arn
  desired_count   = 1

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets = ["subnet-0a1b2c3d4e5f60718"]
  }
}

output "neighbour" {
  value = data.aws_ecs_service.neighbour.task_definition
}
