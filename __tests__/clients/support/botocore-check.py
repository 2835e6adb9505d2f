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


def input_of(model, operation, recorded):
    """The requests of EC2 are recorded as the forms that they are."""
    if model.metadata["protocol"] != "ec2":
        return recorded
    form = {key: value for key, value in recorded.items() if key not in ("Action", "Version")}
    known = set()
    value = from_form(operation.input_shape, form, "", known) or {}
    for key in sorted(set(form) - known):
        problems.add(f"{operation.name} request.{key} is not in the model")
    return value


def from_form(shape, form, key, known):
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html"""
    if shape.type_name == "structure":
        members = {
            name: from_form(member, form, f"{key}.{name_in_form(name, member)}".lstrip("."), known)
            for name, member in shape.members.items()
        }
        return {name: value for name, value in members.items() if value is not None} or None
    if shape.type_name == "list":
        items = []
        while (item := from_form(shape.member, form, f"{key}.{len(items) + 1}", known)) is not None:
            items.append(item)
        return items or None
    if key not in form:
        return None
    known.add(key)
    text = form[key]
    if shape.type_name in ("integer", "long"):
        return int(text) if text.lstrip("-").isdigit() else text
    if shape.type_name == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return text


def name_in_form(name, shape):
    query_name = shape.serialization.get("queryName")
    location = shape.serialization.get("name", name)
    return query_name or location[0].upper() + location[1:]


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
    # An operation without members has no shape.
    if operation.input_shape:
        check(operation.input_shape, input_of(model, operation, sent["input"]), f"{name} request")
    if operation.output_shape:
        check(operation.output_shape, sent["answer"], name)

print(json.dumps({"problems": sorted(problems), "operations": sorted(operations)}))
