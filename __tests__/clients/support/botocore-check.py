"""Holds requests and answers, one JSON object a line, against botocore's own models: types, required members, members
that the model does not have, and values outside its enums. Prints the distinct problems, and the operations, as JSON."""

import json
import sys

import botocore.session
from botocore.model import OperationNotFoundError
from botocore.validate import ParamValidator

session = botocore.session.get_session()
models, problems, operations = {}, set(), set()


def names_of(shape):
    """Of the members, by their names on the wire: those of EC2 are written otherwise there."""
    return {member.serialization.get("name", name): name for name, member in shape.members.items()} | {
        name: name for name in shape.members
    }


def walk(shape, value, place):
    """Notes what ParamValidator lets pass, and returns the value without the members that it stumbles over."""
    if shape.type_name == "structure" and isinstance(value, dict):
        names = names_of(shape)
        problems.update(f"{place}.{name} is not in the model" for name in value if name not in names)
        return {
            names[name]: walk(shape.members[names[name]], member, f"{place}.{name}")
            for name, member in value.items()
            if name in names
        }
    if shape.type_name == "list" and isinstance(value, list):
        return [walk(shape.member, item, f"{place}[]") for item in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: walk(shape.value, item, place) for key, item in value.items()}
    if shape.type_name == "string" and shape.enum and value not in shape.enum:
        problems.add(f"{place} is {value}, which is not in the enum")
    if shape.type_name == "timestamp" and not isinstance(value, (int, float)):
        problems.add(f"{place} is {value}, which is not a number of epoch seconds")
    return value


def check(shape, value, place):
    report = ParamValidator().validate(walk(shape, value, place), shape)
    if report.has_errors():
        problems.add(f"{place}: {report.generate_report()}")


for line in sys.stdin:
    sent = json.loads(line)
    service, name = sent["service"], sent["operation"]
    operations.add(f"{service} {name}")
    model = models.setdefault(service, session.get_service_model(service))
    try:
        operation = model.operation_model(name)
    except OperationNotFoundError:
        problems.add(f"{service} {name} is not an operation")
        continue
    # An operation without members has no shape. The requests of EC2 are recorded as the forms that they are.
    if operation.input_shape and model.metadata["protocol"] != "ec2":
        check(operation.input_shape, sent["input"], f"{name} request")
    if operation.output_shape:
        check(operation.output_shape, sent["answer"], name)

print(json.dumps({"problems": sorted(problems), "operations": sorted(operations)}))
