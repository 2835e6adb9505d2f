"""One service from nothing to a second deployment, by boto3. Holds every answer against botocore's own model of the
operation: types, required members, and members that the model does not have. Prints what it saw as JSON."""

import json
import sys

import boto3
from botocore.config import Config
from botocore.validate import ParamValidator

endpoint = sys.argv[1]
session = boto3.session.Session(
    aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="simulated", region_name="eu-west-1"
)
config = Config(retries={"total_max_attempts": 1}, proxies={})
problems, operations = [], []


def unknown_members(shape, value, place):
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, member in value.items():
            if name not in shape.members:
                yield f"{place}.{name} is not in the model"
            elif member is not None:
                yield from unknown_members(shape.members[name], member, f"{place}.{name}")
    elif shape.type_name == "list" and isinstance(value, list):
        for item in value:
            yield from unknown_members(shape.member, item, f"{place}[]")
    elif shape.type_name == "map" and isinstance(value, dict):
        for item in value.values():
            yield from unknown_members(shape.value, item, place)


def before_parse(operation_model, response_dict, **_):
    if response_dict["status_code"] == 200 and operation_model.service_model.metadata["protocol"] == "json":
        body = json.loads(response_dict["body"])
        problems.extend(unknown_members(operation_model.output_shape, body, operation_model.name))


def after_call(model, parsed, http_response, **_):
    operations.append(model.name)
    if http_response.status_code != 200:
        return
    answer = {name: member for name, member in parsed.items() if name != "ResponseMetadata"}
    report = ParamValidator().validate(answer, model.output_shape)
    if report.has_errors():
        problems.append(f"{model.name}: {report.generate_report()}")


def client(service):
    made = session.client(service, endpoint_url=endpoint, config=config)
    made.meta.events.register("before-parse.*.*", before_parse)
    made.meta.events.register("after-call.*.*", after_call)
    return made


ecs = client("ecs")
seen = {}


def register(image):
    answer = ecs.register_task_definition(
        family="web",
        networkMode="awsvpc",
        requiresCompatibilities=["FARGATE"],
        cpu="256",
        memory="512",
        executionRoleArn="arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
        containerDefinitions=[{"name": "app", "image": image, "portMappings": [{"containerPort": 8080}]}],
        tags=[{"key": "commit", "value": "9be21c4"}],
    )
    return answer["taskDefinition"]["taskDefinitionArn"]


def wait_until_stable():
    waiter = ecs.get_waiter("services_stable")
    waiter.wait(cluster="prod", services=["web"], WaiterConfig={"Delay": 1, "MaxAttempts": 30})


ecs.create_cluster(clusterName="prod")
first = register("public.ecr.aws/nginx/nginx:1.27")
ecs.create_service(
    cluster="prod",
    serviceName="web",
    taskDefinition=first,
    desiredCount=2,
    launchType="FARGATE",
    networkConfiguration={"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60718"]}},
)
wait_until_stable()
second = register("public.ecr.aws/nginx/nginx:1.28")
updated = ecs.update_service(
    cluster="prod",
    service="web",
    taskDefinition=second,
    deploymentConfiguration={"deploymentCircuitBreaker": {"enable": True, "rollback": True}},
)["service"]
seen["deployments during the rollout"] = [each["status"] for each in updated["deployments"]]
wait_until_stable()

service = ecs.describe_services(cluster="prod", services=["web"], include=["TAGS"])["services"][0]
seen["task definition"] = service["taskDefinition"].rsplit("/", 1)[1]
seen["rollout states"] = [each["rolloutState"] for each in service["deployments"]]
seen["created at"] = type(service["createdAt"]).__name__
listed = ecs.list_service_deployments(cluster="prod", service="web")["serviceDeployments"]
arns = [each["serviceDeploymentArn"] for each in listed]
described = ecs.describe_service_deployments(serviceDeploymentArns=arns)["serviceDeployments"]
seen["service deployments"] = [each["status"] for each in described]
ecs.describe_service_revisions(serviceRevisionArns=[described[0]["targetServiceRevision"]["arn"]])
tasks = ecs.list_tasks(cluster="prod", serviceName="web")["taskArns"]
seen["tasks"] = [each["lastStatus"] for each in ecs.describe_tasks(cluster="prod", tasks=tasks)["tasks"]]
ecs.describe_task_definition(taskDefinition="web:2", include=["TAGS"])
ecs.list_task_definitions(familyPrefix="web")

for asked, expected in [
    (lambda: ecs.describe_services(cluster="nowhere", services=["web"]), "ClusterNotFoundException"),
    (lambda: ecs.update_service(cluster="prod", service="absent", taskDefinition=second), "ServiceNotFoundException"),
    (lambda: ecs.describe_task_definition(taskDefinition="web:99"), "ClientException"),
]:
    try:
        asked()
        seen[expected] = "no error"
    except getattr(ecs.exceptions, expected) as error:
        seen[expected] = error.response["Error"]["Message"]

client("cloudwatch").describe_alarms(AlarmNames=["web-5xx"])
client("application-autoscaling").describe_scalable_targets(ServiceNamespace="ecs")
client("elbv2").describe_target_groups()
client("logs").describe_log_groups()
client("ecr").describe_repositories()

print(json.dumps({"seen": seen, "problems": problems, "operations": sorted(set(operations))}))
