"""What a script on boto3 does to deploy: registers a revision, updates the service, waits; or runs a task and waits for
its exit code. Ends with 1 where the waiter gives up or a container fails."""

import json
import sys

import boto3
from botocore.exceptions import WaiterError

action, argument = sys.argv[1:3]
ecs = boto3.client("ecs")
web = {"cluster": "prod", "service": "web"}


def update(revision):
    ecs.update_service(**web, taskDefinition=revision)
    try:
        waiter = ecs.get_waiter("services_stable")
        waiter.wait(cluster="prod", services=["web"], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    except WaiterError as error:
        sys.exit(str(error))


def register(image):
    current = ecs.describe_task_definition(taskDefinition="web")["taskDefinition"]
    kept = ["family", "networkMode", "cpu", "memory", "executionRoleArn", "taskRoleArn", "requiresCompatibilities"]
    [container] = current["containerDefinitions"]
    answer = ecs.register_task_definition(
        **{name: current[name] for name in kept}, containerDefinitions=[container | {"image": image}]
    )
    return answer["taskDefinition"]["taskDefinitionArn"]


def run(command):
    [task] = ecs.run_task(
        cluster="prod",
        taskDefinition="web",
        launchType="FARGATE",
        networkConfiguration={"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60718"]}},
        overrides={"containerOverrides": [{"name": "app", "command": command}]},
    )["tasks"]
    stopping = {"cluster": "prod", "tasks": [task["taskArn"]]}
    ecs.get_waiter("tasks_stopped").wait(**stopping, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    [stopped] = ecs.describe_tasks(**stopping)["tasks"]
    sys.exit(max(container["exitCode"] for container in stopped["containers"]))


if action == "deploy":
    update(register(argument))
elif action == "roll-back":
    update(argument)
else:
    run(json.loads(argument))
